import { browser } from 'wxt/browser';

/**
 * Creates a periodic alarm unless it exists. The background restarts often, and recreating the alarm at each
 * start would postpone it.
 */
export async function ensureAlarm(name: string, periodInMinutes: number): Promise<void> {
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes });
}
