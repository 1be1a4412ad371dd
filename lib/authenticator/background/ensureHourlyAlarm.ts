import { browser } from 'wxt/browser';

/**
 * An alarm once an hour. One that is set already stays as it is: the background starts anew more often
 * than that, and would put it off for ever.
 */
export async function ensureHourlyAlarm(name: string): Promise<void> {
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: 60 });
}
