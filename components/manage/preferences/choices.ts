import { plural, t } from '../../ui';

const lockMinutes = [1, 5, 15, 30, 60, 240, 480];
const clipboardSeconds = [0, 30, 60, 120, 300];

const option = <Value extends string>(value: Value, label: string) => ({ value, label });

/**
 * Returns the numbers to choose from, in order. Includes the current number even if it isn't a standard choice.
 */
const withInForce = (numbers: readonly number[], inForce: number): readonly number[] =>
  [...new Set([...numbers, inForce])].toSorted((a, b) => a - b);

/** Returns a time in the largest unit in which it is a whole number. */
const durationOf = (seconds: number): string => {
  if (seconds === 0) return t('manage.preferences.never');
  if (seconds % 60 !== 0) return plural('manage.preferences.seconds', seconds);
  const minutes = seconds / 60;
  return minutes % 60 === 0
    ? plural('manage.preferences.hours', minutes / 60)
    : plural('manage.preferences.minutes', minutes);
};

/** Returns the choices for clearing a copied code, in seconds. */
export const clearClipboardAfter = (inForce: number) =>
  withInForce(clipboardSeconds, inForce).map((seconds) =>
    option(String(seconds), durationOf(seconds)),
  );

/**
 * Returns the choices for locking after inactivity, in minutes. `atMost` is the maximum that the policy allows,
 * or null. "Never" comes last.
 */
export const lockAfter = (inForce: number, atMost: number | null) => [
  ...withInForce(atMost === null ? lockMinutes : [...lockMinutes, atMost], inForce)
    .filter((minutes) => minutes !== 0 && (atMost === null || minutes <= atMost))
    .map((minutes) => option(String(minutes), durationOf(minutes * 60))),
  ...(atMost === null ? [option('0', t('manage.preferences.never'))] : []),
];

/** Returns the choices of the other preferences, with their labels. */
export const choices = () => ({
  theme: [
    option('system', t('manage.preferences.asSystem')),
    option('light', t('manage.preferences.light')),
    option('dark', t('manage.preferences.dark')),
  ],
  contrast: [
    option('system', t('manage.preferences.asSystem')),
    option('more', t('manage.preferences.moreContrast')),
  ],
  density: [
    option('comfortable', t('manage.preferences.comfortable')),
    option('compact', t('manage.preferences.compact')),
  ],
});
