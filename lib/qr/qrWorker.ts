import { AppError } from '../errors';
import { decodePicture } from './decodePicture';
import type { Response, Request } from './protocol';
import { readQrCodes } from './readQrCodes';

async function respond({ id, source, options }: Request): Promise<Response> {
  try {
    return { id, codes: await readQrCodes(await decodePicture(source), options) };
  } catch (error) {
    return { id, error: error instanceof AppError ? error.code : 'unexpected' };
  }
}

self.addEventListener('message', (event: MessageEvent<Request>) => {
  // postMessage of a worker has no target origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  void respond(event.data).then((response) => self.postMessage(response));
});
