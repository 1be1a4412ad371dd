import type { RefusalCode } from '../../../lib/companion';

/** Facts for the message of a refusal, such as a name or a number of minutes. Never a secret. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** The reason why the service refused, or `unreachable` if it didn't respond. */
export interface Refusal {
  readonly code: RefusalCode | 'unreachable';
  readonly facts: RefusalFacts;
}

/** The result of a request: a value or a refusal. Refusals are expected and never thrown. */
export type ServiceResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };
