import { browser } from 'wxt/browser';
import { clearAlarm, pendingSlot } from './names';

/**
 * Copies, and has the clipboard cleared after so many seconds (0 for never; browsers round up to 30) if it
 * still holds the text then. What waits is in memory only (`storage.session`). Call it at a person's gesture.
 */
export async function copyText(text: string, clearAfter: number): Promise<void> {
  await navigator.clipboard.writeText(text);
  if (clearAfter === 0) return;
  await browser.storage.session.set({ [pendingSlot]: text });
  await browser.alarms.create(clearAlarm, { when: Date.now() + clearAfter * 1000 });
}
