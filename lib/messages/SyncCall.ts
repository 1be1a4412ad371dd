import type { ErrorCode, ErrorFacts } from '../errors';

/** Calls a method of sync for the manage page. */
export type CallSync = (method: string, parameters: readonly unknown[]) => Promise<unknown>;

/** The result of a call. A failure contains only the error's code and facts. */
export interface CallResult {
  readonly value?: unknown;
  readonly failure?: { readonly code: ErrorCode; readonly facts: ErrorFacts };
}
