import { AppError } from '../errors';
import type { PictureSource } from './PictureSource';
import type { Answer, Request } from './protocol';
import type { QrCode } from './QrCode';
import type { ReadOptions } from './readQrCodes';

export interface QrReader {
  /**
   * Every QR code on a picture, each text once, or an empty list. The signal ends the work at once with its
   * own reason. Throws `scan/bad-image` and `scan/too-large`. An ImageBitmap is handed over: it is gone afterwards.
   */
  read(
    source: PictureSource,
    options?: ReadOptions & { readonly signal?: AbortSignal },
  ): Promise<readonly QrCode[]>;
  /** Ends the worker and what it was doing. */
  close(): void;
}

interface Waiting {
  readonly resolve: (codes: readonly QrCode[]) => void;
  readonly reject: (error: unknown) => void;
}

const startWorker = () => new Worker(new URL('./qrWorker.ts', import.meta.url), { type: 'module' });

/** Reads pictures in a worker of its own, which starts with the first one: the page stays free meanwhile. */
export function createQrReader(start: () => Worker = startWorker): QrReader {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const end = (error: unknown) => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const started = (): Worker => {
    if (worker) return worker;
    worker = start();
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const reader = waiting.get(data.id);
      waiting.delete(data.id);
      if ('codes' in data) reader?.resolve(data.codes);
      else reader?.reject(new AppError(data.error));
    });
    worker.addEventListener('error', () => end(new AppError('unexpected')));
    return worker;
  };

  return {
    async read(source, { signal, ...options } = {}) {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<readonly QrCode[]>();
      const id = ++last;
      waiting.set(id, { resolve, reject });
      // Work in progress can't be interrupted, so the whole worker goes; the next picture starts another.
      const abort = () => end(signal?.reason);
      signal?.addEventListener('abort', abort);
      const request: Request = { id, source, options };
      started().postMessage(request, source instanceof ImageBitmap ? [source] : []);
      try {
        return await promise;
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    close: () => end(new AppError('unexpected')),
  };
}
