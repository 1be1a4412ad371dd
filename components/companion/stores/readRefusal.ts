import type { RefusalCode } from '../../../lib/companion';
import type { Refusal, RefusalFacts } from './ServiceResult';

const isRefusal = (said: unknown): said is { code: RefusalCode; facts?: RefusalFacts } =>
  typeof said === 'object' && said !== null && 'code' in said && typeof said.code === 'string';

/** A no as the service writes it: `{ code, message, facts }`. */
export const readRefusal = (said: unknown): Refusal =>
  isRefusal(said)
    ? { code: said.code, facts: said.facts ?? {} }
    : { code: 'unreachable', facts: {} };
