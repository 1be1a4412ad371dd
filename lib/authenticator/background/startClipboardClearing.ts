import { browser } from 'wxt/browser';
import { clearChannel, clearIfUnchanged } from '../../platform';
import { alarms, stored } from '../state';

/** Clears the clipboard through an offscreen document, because Chromium's service worker has no document. */
async function clearElsewhere(print: string): Promise<void> {
  // Only one offscreen document can exist. An earlier one stays open if the background stopped before closing it.
  await browser.offscreen.closeDocument().catch(() => undefined);
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['CLIPBOARD'],
    justification: 'To clear a copied code from the clipboard',
  });
  const channel = new BroadcastChannel(clearChannel);
  const done = new Promise((resolve) => channel.addEventListener('message', resolve));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes no target origin
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
