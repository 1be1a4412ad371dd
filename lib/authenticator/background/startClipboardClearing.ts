import { browser } from 'wxt/browser';
import { clearChannel, clearIfUnchanged } from '../../platform';
import { alarms, stored } from '../state';

/** Chromium's service worker has no document, so it opens an offscreen one for a moment. */
async function clearElsewhere(print: string): Promise<void> {
  // Only one can exist, and the background may have stopped before closing the last.
  await browser.offscreen.closeDocument().catch(() => undefined);
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['CLIPBOARD'],
    justification: 'To clear a copied code from the clipboard',
  });
  const channel = new BroadcastChannel(clearChannel);
  const done = new Promise((resolve) => channel.addEventListener('message', resolve));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes none
  channel.postMessage(print);
  await done;
  channel.close();
  await browser.offscreen.closeDocument();
}

/** Clears the clipboard in the background when the alarm fires. */
export function startClipboardClearing(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarms.clearClipboard) clear().catch(() => undefined);
  });
}

async function clear(): Promise<void> {
  const print = await stored.pendingClear.read();
  await stored.pendingClear.remove();
  if (print === null) return;
  if (typeof document === 'undefined') await clearElsewhere(print);
  else await clearIfUnchanged(print);
}
