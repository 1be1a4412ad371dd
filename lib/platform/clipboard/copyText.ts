import { browser } from 'wxt/browser';
import type { StoredValue } from '../storedValue';
import { fingerprint } from './fingerprint';

export interface ClearingOptions {
  /** Seconds until the text is cleared; 0 for never. Browsers round up to 30. */
  readonly clearAfter: number;
  /** Stores a salted fingerprint of the text in memory, never the text itself. */
  readonly pending: StoredValue<string>;
  /** The name of the alarm that clears the clipboard. */
  readonly alarm: string;
}

/**
 * Copies the text, and schedules clearing the clipboard if it still has the text then. Call it in a user
 * gesture.
 */
export async function copyText(
  text: string,
  { clearAfter, pending, alarm }: ClearingOptions,
): Promise<void> {
  await navigator.clipboard.writeText(text);
  if (clearAfter === 0) return;
  await pending.write(await fingerprint(text));
  await browser.alarms.create(alarm, { when: Date.now() + clearAfter * 1000 });
}
