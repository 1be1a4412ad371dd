import { browser } from 'wxt/browser';

/**
 * Creates a periodic alarm, unless it exists. The background restarts more often than that, and recreating the alarm
 * would postpone it each time.
 */
export async function ensureAlarm(name: string, periodInMinutes: number): Promise<void> {
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes });
}
