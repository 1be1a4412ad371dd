import { clearIfHeld } from './clearIfHeld';
import { clearChannel } from './names';

/** The offscreen document's part: clears when told, and says when it is done. */
export function serveClearing(): void {
  const channel = new BroadcastChannel(clearChannel);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'string') return;
    clearIfHeld(data);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes none
    channel.postMessage({ done: true });
  });
}
