import type { RefusalCode } from '../../../lib/companion';
import type { Refusal, RefusalFacts } from './ServiceResult';

const isRefusal = (body: unknown): body is { code: RefusalCode; facts?: RefusalFacts } =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';

/**
 * Returns the refusal in a response body `{ code, message, facts }`, or `unreachable` for any other body.
 */
export const readRefusal = (body: unknown): Refusal =>
  isRefusal(body)
    ? { code: body.code, facts: body.facts ?? {} }
    : { code: 'unreachable', facts: {} };
