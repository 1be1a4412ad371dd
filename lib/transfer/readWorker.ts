import { inProcessDerive } from '../crypto';
import { AppError } from '../errors';
import { createQrReader } from '../qr';
import { estimateTime } from './estimateTime';
import type { ReadTools } from './Format';
import { readFile } from './readFile';
import type { ReadAnswer, ReadTask } from './readProtocol';

// A worker's own postMessage takes no target origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const answer = (message: ReadAnswer) => postMessage(message);

const now = () => performance.now();

const qrCodes = createQrReader();

const toolsFor = (password: string | null): ReadTools => ({
  password,
  derive: async (task) => {
    answer({ kind: 'estimate', time: await estimateTime(task, inProcessDerive, now) });
    const key = await inProcessDerive(task);
    answer({ kind: 'estimate', time: null });
    return key;
  },
  readQr: async (picture) => {
    const codes = await qrCodes.read(new Blob([Uint8Array.from(picture)]));
    return codes.map(({ text }) => text);
  },
});

/** One file for one worker: `readInWorker` ends it, and with it the memory that held keys and secrets. */
addEventListener('message', ({ data }: MessageEvent<ReadTask>) => {
  readFile(data.name, data.bytes, toolsFor(data.password)).then(
    (result) => answer({ kind: 'result', result }),
    (error: unknown) => {
      const { code, facts } = error instanceof AppError ? error : new AppError('unexpected');
      answer({ kind: 'error', code, facts });
    },
  );
});
