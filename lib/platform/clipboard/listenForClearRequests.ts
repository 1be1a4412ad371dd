import { clearIfUnchanged } from './clearIfUnchanged';
import { clearChannel } from './names';

/** Runs in the offscreen document: clears the clipboard on request and reports when it is done. */
export function listenForClearRequests(): void {
  const channel = new BroadcastChannel(clearChannel);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes none
  const done = () => channel.postMessage({ done: true });
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'string') return;
    void clearIfUnchanged(data).finally(done);
  });
}
