import { plural, t } from '../../ui';

const lockMinutes = [1, 5, 15, 30, 60, 240, 480];
const clipboardSeconds = [0, 30, 60, 120, 300];

const option = <Value extends string>(value: Value, label: string) => ({ value, label });

/** The words of every choice. */
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
  clearClipboardAfter: clipboardSeconds.map((seconds) =>
    option(
      String(seconds),
      seconds === 0 ? t('manage.preferences.never') : plural('manage.preferences.seconds', seconds),
    ),
  ),
  /** `atMost` minutes by the policy, or null. */
  lockAfter: (atMost: number | null) => [
    ...[...new Set([...lockMinutes, atMost ?? 15])]
      .filter((minutes) => atMost === null || minutes <= atMost)
      .toSorted((a, b) => a - b)
      .map((minutes) => option(String(minutes), plural('manage.preferences.minutes', minutes))),
    ...(atMost === null ? [option('0', t('manage.preferences.never'))] : []),
  ],
});
