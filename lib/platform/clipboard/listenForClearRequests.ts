import { clearIfUnchanged } from './clearIfUnchanged';
import { clearChannel } from './names';

/** Clears the clipboard on request, and reports when the clipboard is cleared. Runs in the offscreen document. */
export function listenForClearRequests(): void {
  const channel = new BroadcastChannel(clearChannel);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes none
  const done = () => channel.postMessage({ done: true });
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'string') return;
    void clearIfUnchanged(data).finally(done);
  });
}
