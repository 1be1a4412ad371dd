import type { ErrorCode, ErrorFacts } from '../errors';
import type { ReadResult } from './readFile';

/** What a page asks of the worker: to read one file. */
export interface ReadTask {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly password: string | null;
}

/** What the worker answers: how long the next derivation will take, any number of times, and then the end. */
export type ReadAnswer =
  | { readonly kind: 'estimate'; readonly time: number | null }
  | { readonly kind: 'result'; readonly result: ReadResult }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly facts: ErrorFacts };
