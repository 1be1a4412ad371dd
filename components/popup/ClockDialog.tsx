import { useSignal } from '@preact/signals';
import { Banner, Button, Dialog, number, Spinner, t } from '../ui';
import { usePopup } from './PopupContext';

/** So far apart, in milliseconds, codes begin to be refused. */
const tolerable = 10_000;

const seconds = (milliseconds: number): string => number(Math.round(Math.abs(milliseconds) / 1000));

/** Compares the clock with that of the site in front, when the user says so, and corrects it. */
export function ClockDialog({ onClose }: { readonly onClose: () => void }) {
  const { site, preferences, offsetOfSite } = usePopup();
  const offset = useSignal<number | null | 'asking' | 'unknown'>(null);
  const here = site.site.value;

  async function compare(): Promise<void> {
    if (!here) return;
    offset.value = 'asking';
    offset.value = await offsetOfSite(here).then(
      (found) => found ?? 'unknown',
      () => 'unknown' as const,
    );
  }
  const correct = (milliseconds: number) => {
    void preferences.set({ clockOffset: Math.round(milliseconds) });
    onClose();
  };

  const off = offset.value;
  return (
    <Dialog open title={t('popup.menu.clock')} onClose={onClose}>
      <p>{t('popup.clock.ask', [here?.host ?? ''])}</p>
      {off === null && (
        <Button variant="primary" onClick={() => void compare()}>
          {t('popup.clock.compare')}
        </Button>
      )}
      {off === 'asking' && <Spinner label={t('popup.clock.compare')} />}
      {off === 'unknown' && <Banner tone="warning">{t('popup.clock.unknown')}</Banner>}
      {typeof off === 'number' && (
        <>
          <Banner tone={Math.abs(off) < tolerable ? 'success' : 'warning'}>
            {Math.abs(off) < tolerable
              ? t('popup.clock.right')
              : off > 0
                ? t('popup.clock.slow', [seconds(off)])
                : t('popup.clock.fast', [seconds(off)])}
          </Banner>
          {Math.abs(off) >= tolerable && (
            <Button variant="primary" onClick={() => correct(off)}>
              {t('popup.clock.correct')}
            </Button>
          )}
          {Math.abs(off) < tolerable && preferences.values.value.clockOffset !== 0 && (
            <Button onClick={() => correct(0)}>{t('popup.clock.reset')}</Button>
          )}
        </>
      )}
    </Dialog>
  );
}
