import { Card, Field, t } from '../../ui';
import { useManage } from '../ManageContext';

/** Corrects a wrong clock by hand; the popup compares it with an open site. */
export function ClockCard() {
  const { preferences } = useManage();
  const { clockOffset } = preferences.values.value;
  return (
    <Card title={t('manage.clock.title')} hint={t('manage.clock.hint')}>
      <Field
        type="number"
        label={t('manage.clock.offset')}
        hint={t('manage.clock.offsetHint')}
        disabled={preferences.isFixed('clockOffset')}
        value={String(Math.round(clockOffset / 1000))}
        onInput={(value) => {
          const seconds = Number(value);
          if (value.trim() !== '' && Number.isFinite(seconds))
            void preferences.set({ clockOffset: seconds * 1000 });
        }}
      />
    </Card>
  );
}
