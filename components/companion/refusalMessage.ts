import type { Refusal, RefusalFacts } from './stores';
import { plural } from '../ui';
import { translateKey } from './translateKey';

/** The facts in a message, in the order of its placeholders. */
const placeholders = new Map<Refusal['code'], readonly string[]>([
  ['enforced', ['workspace']],
  ['two_factor_required', ['workspace']],
  ['password_too_short', ['least']],
  ['password_guessable', ['word']],
]);

const fact = (facts: RefusalFacts, name: string): string => String(facts[name] ?? '');

/** Returns the message for a refusal. */
export function refusalMessage({ code, facts }: Refusal): string {
  if (code === 'locked' || code === 'too_many')
    return plural('companion.errors.tooMany', Number(facts['minutes'] ?? 1));
  // The message names an admin only if another admin can help.
  if ((code === 'authenticator_disabled' || code === 'invite_expired') && !facts['adminCanHelp'])
    return translateKey(`companion.refusals.${code}_alone`, []);
  const named = (placeholders.get(code) ?? []).map((name) => fact(facts, name));
  return translateKey(`companion.refusals.${code}`, named);
}
