import type { Answer } from './Answer';
import type { Ask } from './createAsk';

/** What Google's own page would do: confirms who this is, for one sign-in or one fresh proof. */
export async function approveAtGoogle(ask: Ask, sub: string): Promise<Answer<string>> {
  const answer = await ask((api) => api['pretend-google'].approve.$post({ json: { sub } }));
  return answer.ok ? { ok: true, value: answer.value.assertion } : answer;
}
