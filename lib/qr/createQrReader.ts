import { AppError } from '../errors';
import type { PictureSource } from './PictureSource';
import type { Response, Request } from './protocol';
import type { QrReading } from './QrReading';
import type { ReadOptions } from './readQrCodes';

export interface QrReader {
  /**
   * Resolves with the QR codes of a picture. Aborting rejects at once with the signal's reason. Throws
   * `scan/bad-image`, `scan/foreign-image`, `scan/document` or `scan/too-large`. An ImageBitmap is transferred
   * and can't be used afterwards.
   */
  read(
    source: PictureSource,
    options?: ReadOptions & { readonly signal?: AbortSignal },
  ): Promise<QrReading>;
  /** Terminates the worker and rejects pending reads. */
  close(): void;
}

interface PendingRead {
  readonly resolve: (reading: QrReading) => void;
  readonly reject: (error: unknown) => void;
}

const startWorker = () => new Worker(new URL('./qrWorker.ts', import.meta.url), { type: 'module' });

/**
 * Creates a reader that works in a worker, so that the page stays responsive. The worker starts with the first
 * read.
 */
export function createQrReader(start: () => Worker = startWorker): QrReader {
  const pending = new Map<number, PendingRead>();
  let worker: Worker | null = null;
  let last = 0;

  const stop = (error: unknown) => {
    worker?.terminate();
    worker = null;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };

  const runningWorker = (): Worker => {
    if (worker) return worker;
    worker = start();
    worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
      const read = pending.get(data.id);
      pending.delete(data.id);
      if ('reading' in data) read?.resolve(data.reading);
      else read?.reject(new AppError(data.error, data.facts));
    });
    worker.addEventListener('error', () => stop(new AppError('unexpected')));
    return worker;
  };

  return {
    async read(source, { signal, ...options } = {}) {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<QrReading>();
      const id = ++last;
      pending.set(id, { resolve, reject });
      // Decoding can't be interrupted, so the worker is terminated. The next read starts another worker.
      const abort = () => stop(signal?.reason);
      signal?.addEventListener('abort', abort);
      const request: Request = { id, source, options };
      runningWorker().postMessage(request, source instanceof ImageBitmap ? [source] : []);
      try {
        return await promise;
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    close: () => stop(new AppError('unexpected')),
  };
}
