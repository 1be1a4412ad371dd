import { AppError } from '../errors';
import type { Response, Request } from './protocol';
import { readSource } from './readSource';

async function respond({ id, source, options }: Request): Promise<Response> {
  try {
    return { id, reading: await readSource(source, options) };
  } catch (error) {
    const { code, facts } = error instanceof AppError ? error : new AppError('unexpected');
    return { id, error: code, facts };
  }
}

self.addEventListener('message', (event: MessageEvent<Request>) => {
  // In a worker, postMessage takes no target origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  void respond(event.data).then((response) => self.postMessage(response));
});
