import { inProcessDerive } from '../crypto';
import { AppError } from '../errors';
import { createQrReader, textsOf } from '../qr';
import { estimateTime } from './estimateTime';
import type { ReadTools } from './Format';
import { readFile } from './readFile';
import { readIconPack } from './iconPack/readIconPack';
import type { PackTask, ReadMessage, ReadTask } from './readProtocol';

// In a worker, postMessage takes no target origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const post = (message: ReadMessage) => postMessage(message);

const now = () => performance.now();

const qrCodes = createQrReader();

const toolsFor = ({ password, keyFile }: ReadTask): ReadTools => ({
  password,
  keyFile,
  derive: async (task) => {
    post({ kind: 'estimate', time: await estimateTime(task, inProcessDerive, now) });
    const key = await inProcessDerive(task);
    post({ kind: 'estimate', time: null });
    return key;
  },
  readQr: async (picture) => {
    const reading = await qrCodes.read(new Blob([Uint8Array.from(picture)]));
    return textsOf(reading);
  },
});

const read = (task: ReadTask | PackTask) =>
  'pack' in task ? readIconPack(task.pack) : readFile(task.name, task.bytes, toolsFor(task));

/**
 * Reads one file per worker. `readInWorker` then terminates the worker, which frees memory that held keys and
 * secrets.
 */
addEventListener('message', ({ data }: MessageEvent<ReadTask | PackTask>) => {
  read(data).then(
    (result) => post({ kind: 'result', result }),
    (error: unknown) => {
      const { code, facts } = error instanceof AppError ? error : new AppError('unexpected');
      post({ kind: 'error', code, facts });
    },
  );
});
