import type { Refusal, RefusalFacts } from './stores';
import { plural } from '../ui';
import { translateKey } from './translateKey';

/** The facts that the words of a refusal name, in the order of their places. */
const places: Partial<Record<Refusal['code'], readonly string[]>> = {
  enforced: ['workspace'],
  password_too_short: ['least'],
  password_guessable: ['word'],
};

const fact = (facts: RefusalFacts, name: string): string => String(facts[name] ?? '');

/** One clear sentence for a no of the service. */
export function refusalMessage({ code, facts }: Refusal): string {
  if (code === 'locked' || code === 'too_many')
    return plural('companion.errors.tooMany', Number(facts['minutes'] ?? 1));
  const named = (places[code] ?? []).map((name) => fact(facts, name));
  return translateKey(`companion.refusals.${code}`, named);
}
