import { useSignal } from '@preact/signals';
import { Card, Field, number, t } from '../../ui';
import { useManage } from '../ManageContext';

/** A day: what may be stored, in seconds. */
const most = 86_400;

/** The seconds in a text; an empty one means none, and null is what can't be stored. */
function secondsIn(text: string): number | null {
  const seconds = Number(text);
  return Math.abs(seconds) <= most ? seconds : null;
}

/** Corrects a wrong clock by hand; the popup compares it with an open site. */
export function ClockCard() {
  const { preferences } = useManage();
  /** What stands in the field while it is being changed; null for what is in force. */
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
