import { AppError } from '../errors';
import { decodePicture } from './decodePicture';
import type { Answer, Request } from './protocol';
import { readQrCodes } from './readQrCodes';

async function answer({ id, source, options }: Request): Promise<Answer> {
  try {
    return { id, codes: await readQrCodes(await decodePicture(source), options) };
  } catch (error) {
    return { id, error: error instanceof AppError ? error.code : 'unexpected' };
  }
}

self.addEventListener('message', (event: MessageEvent<Request>) => {
  // A worker's own postMessage takes no target origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  void answer(event.data).then((reply) => self.postMessage(reply));
});
