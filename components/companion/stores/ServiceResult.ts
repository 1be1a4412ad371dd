import type { RefusalCode } from '../../../lib/companion';

/** Facts for the words of a no, such as a name or a number of minutes. Never a secret. */
export type RefusalFacts = Readonly<Record<string, string | number | readonly string[]>>;

/** Why the service said no, or `unreachable` when it said nothing. */
export interface Refusal {
  readonly code: RefusalCode | 'unreachable';
  readonly facts: RefusalFacts;
}

/** What the service said: a value, or no. A no is expected and never thrown. */
export type ServiceResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };
