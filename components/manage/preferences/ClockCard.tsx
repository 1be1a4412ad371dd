import { useSignal } from '@preact/signals';
import { Card, Field, number, t } from '../../ui';
import { useManage } from '../ManageContext';

/** The maximum correction in seconds: one day. */
const most = 86_400;

/** Parses seconds. Returns 0 for an empty text, and null for an invalid value. */
function secondsIn(text: string): number | null {
  const seconds = Number(text);
  return Math.abs(seconds) <= most ? seconds : null;
}

/** Corrects a wrong clock by hand. The popup can also compare the clock with an open site. */
export function ClockCard() {
  const { preferences } = useManage();
  /** The text of the field while it is edited, or null to show the stored value. */
  const typed = useSignal<string | null>(null);
  const { clockOffset } = preferences.values.value;
  const inForce = String(Math.round(clockOffset / 1000));
  const wrong = typed.value !== null && secondsIn(typed.value) === null;
  return (
    <Card title={t('manage.clock.title')} hint={t('manage.clock.hint')}>
      <Field
        type="number"
        label={t('manage.clock.offset')}
        hint={t('manage.clock.offsetHint')}
        error={wrong ? t('manage.clock.outOfBounds', [number(most), inForce]) : undefined}
        disabled={preferences.isFixed('clockOffset')}
        value={typed.value ?? inForce}
        onInput={(value) => {
          typed.value = value;
          const seconds = secondsIn(value);
          if (seconds !== null) void preferences.set({ clockOffset: seconds * 1000 });
        }}
        onBlur={() => {
          if (!wrong) typed.value = null;
        }}
      />
    </Card>
  );
}
