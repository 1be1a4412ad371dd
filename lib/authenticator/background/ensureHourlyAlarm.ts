import { browser } from 'wxt/browser';

/**
 * Creates an hourly alarm unless it exists. The background restarts more often than once an hour, and recreating the
 * alarm would postpone it each time.
 */
export async function ensureHourlyAlarm(name: string): Promise<void> {
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: 60 });
}
