import type { ErrorCode, ErrorFacts } from '../errors';
import type { IconPackFile } from './iconPack/IconPackFile';
import type { ReadResult } from './ReadResult';

/** The message that asks the worker to read one file. */
export interface ReadTask {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly password: string | null;
  readonly keyFile: Uint8Array<ArrayBuffer> | null;
}

/** The message that asks the worker to read an icon pack. */
export interface PackTask {
  readonly pack: Uint8Array<ArrayBuffer>;
}

/** The results of the worker's tasks. */
export type TaskResult<Task> = Task extends PackTask ? IconPackFile : ReadResult;

/** The worker's messages: any number of estimates in milliseconds, then one result or error. */
export type ReadMessage<Task = ReadTask | PackTask> =
  | { readonly kind: 'estimate'; readonly time: number | null }
  | { readonly kind: 'result'; readonly result: TaskResult<Task> }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly facts: ErrorFacts };
