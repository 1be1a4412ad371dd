import type { ErrorCode, ErrorFacts } from '../errors';
import type { ReadResult } from './ReadResult';

/** The message that asks the worker to read one file. */
export interface ReadTask {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly password: string | null;
  readonly keyFile: Uint8Array<ArrayBuffer> | null;
}

/** The worker's messages: any number of estimates in milliseconds, then one result or error. */
export type ReadMessage =
  | { readonly kind: 'estimate'; readonly time: number | null }
  | { readonly kind: 'result'; readonly result: ReadResult }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly facts: ErrorFacts };
