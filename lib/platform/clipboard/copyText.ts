import { browser } from 'wxt/browser';
import { fingerprint } from './fingerprint';
import { clearAlarm, pendingSlot } from './names';

/**
 * Copies, and has the clipboard cleared after so many seconds (0 for never; browsers round up to 30) if it
 * still holds the text then. What waits is a salted fingerprint of it, in memory only (`storage.session`), so that
 * the text itself isn't kept. Call it at a person's gesture.
 */
export async function copyText(text: string, clearAfter: number): Promise<void> {
  await navigator.clipboard.writeText(text);
  if (clearAfter === 0) return;
  await browser.storage.session.set({ [pendingSlot]: await fingerprint(text) });
  await browser.alarms.create(clearAlarm, { when: Date.now() + clearAfter * 1000 });
}
