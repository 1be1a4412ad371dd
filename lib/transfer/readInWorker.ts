import { AppError } from '../errors';
import type { PackTask, ReadMessage, ReadTask, TaskResult } from './readProtocol';

export interface ReadHooks {
  /** Terminates the worker when aborted. The promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Called with an estimate in milliseconds before a long derivation, and with null after the derivation. */
  readonly onEstimate: (time: number | null) => void;
}

const startWorker = () =>
  new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' });

/**
 * Reads a file like `readFile`, or an icon pack like `readIconPack`, in a worker. Aborting terminates the worker and everything that it
 * started.
 */
export const readInWorker = <Task extends ReadTask | PackTask>(
  task: Task,
  { signal, onEstimate }: ReadHooks,
): Promise<TaskResult<Task>> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = startWorker();
    const end = (settle: () => void) => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
      settle();
    };
    const abort = () => end(() => reject(signal.reason));
    signal.addEventListener('abort', abort);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadMessage<Task>>) => {
      if (data.kind === 'estimate') onEstimate(data.time);
      else if (data.kind === 'result') end(() => resolve(data.result));
      else end(() => reject(new AppError(data.code, data.facts)));
    });
    worker.addEventListener('error', () => end(() => reject(new AppError('unexpected'))));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(task);
  });
