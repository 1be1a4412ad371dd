import { browser } from 'wxt/browser';
import type { StoredValue } from '../storedValue';
import { fingerprint } from './fingerprint';

export interface ClearingOptions {
  /**
   * Delay until the clipboard is cleared, in seconds. 0 means never. Browsers round a shorter delay up to 30
   * seconds.
   */
  readonly clearAfter: number;
  /** Holds a salted fingerprint of the text in memory, never the text itself. */
  readonly pending: StoredValue<string>;
  /** The name of the alarm that clears the clipboard. */
  readonly alarm: string;
}

/**
 * Copies the text, and schedules an alarm for clearing the clipboard. The clipboard is cleared only if it still
 * has the text. Must be called in a user gesture.
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
