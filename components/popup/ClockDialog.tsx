import { useSignal } from '@preact/signals';
import { Banner, Button, Dialog, Spinner, t } from '../ui';
import { ClockFinding } from './ClockFinding';
import { usePopup } from './PopupContext';

/** Compares this machine's clock with the active site's clock when the user asks, and offers a correction. */
export function ClockDialog({ onClose }: { readonly onClose: () => void }) {
  const { site, preferences, measureSiteClockOffset } = usePopup();
  const offset = useSignal<number | null | 'asking' | 'unknown'>(null);
  const here = site.site.value;

  async function compare(): Promise<void> {
    if (!here) return;
    offset.value = 'asking';
    offset.value = await measureSiteClockOffset(here).then(
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
    <Dialog
      title={t('popup.menu.clock')}
      onClose={onClose}
      actions={
        here &&
        off === null && (
          <Button variant="primary" onClick={() => void compare()}>
            {t('popup.clock.compare')}
          </Button>
        )
      }
    >
      <p>{here ? t('popup.clock.ask', [here.host]) : t('popup.menu.noSite')}</p>
      {off === 'asking' && <Spinner label={t('popup.clock.compare')} />}
      {off === 'unknown' && <Banner tone="warning">{t('popup.clock.unknown')}</Banner>}
      {typeof off === 'number' && (
        <ClockFinding
          offset={off}
          correction={preferences.values.value.clockOffset}
          onCorrect={preferences.isFixed('clockOffset') ? undefined : correct}
        />
      )}
    </Dialog>
  );
}
