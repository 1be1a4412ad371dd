import type { ErrorCode, ErrorFacts } from '../errors';

/** Runs a sync call of the manage page. */
export type CallSync = (method: string, parameters: readonly unknown[]) => Promise<unknown>;

/** The result of a call. Only the code and the facts of an error reach the page. */
export interface CallResult {
  readonly value?: unknown;
  readonly failure?: { readonly code: ErrorCode; readonly facts: ErrorFacts };
}
