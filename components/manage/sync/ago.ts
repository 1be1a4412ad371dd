import { dateTime, locale } from '../../ui';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Returns a past time relative to `now`, such as "3 minutes ago". Returns date and time if it is a day or longer
 * ago, or in the future. Both times are milliseconds since the Unix epoch.
 */
export function ago(time: number, now: number): string {
  const passed = now - time;
  if (passed >= day || passed < -minute) return dateTime(time);
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (passed < minute) return format.format(0, 'second');
  return passed < hour
    ? format.format(-Math.floor(passed / minute), 'minute')
    : format.format(-Math.floor(passed / hour), 'hour');
}

/**
 * Returns a time in the near future relative to `now`, such as "in 5 minutes", and "now" once it has passed. Both
 * times are milliseconds since the Unix epoch.
 */
export function soon(time: number, now: number): string {
  const left = time - now;
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (left <= 0) return format.format(0, 'second');
  return left <= hour
    ? format.format(Math.ceil(left / minute), 'minute')
    : format.format(Math.ceil(left / hour), 'hour');
}
