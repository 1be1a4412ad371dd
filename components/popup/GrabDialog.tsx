import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Entry } from '../../lib/vault';
import { FoundCodes } from '../backup-codes';
import type { EntryStore } from '../stores/createEntryStore';
import { Banner, Button, Dialog, errorWords, plural, Spinner, t } from '../ui';
import type { BackupCodeTools } from './BackupCodeTools';
import { usePopup } from './PopupContext';

export interface GrabDialogProps {
  readonly entry: Entry;
  readonly store: EntryStore;
  readonly tools: BackupCodeTools;
  /** Called with what to tell, once the codes are stored. */
  readonly onKept: (words: string) => void;
  readonly onClose: () => void;
}

/** The backup codes on the page in front, shown before any of them is stored. */
export function GrabDialog({ entry, store, tools, onKept, onClose }: GrabDialogProps) {
  const { site, open } = usePopup();
  const found = useSignal<readonly string[] | null>(null);
  const failure = useSignal('');
  const fail = (error: unknown) => (failure.value = errorWords(error));

  async function look(): Promise<void> {
    failure.value = '';
    found.value = null;
    const here = site.site.value;
    found.value = here ? await tools.grab(here) : [];
  }
  useEffect(() => void look().catch(fail), []);

  async function keep(codes: readonly string[], replace: boolean): Promise<void> {
    try {
      await (replace ? store.replaceCodes(codes) : store.addCodes(codes));
      onKept(plural('manage.backup.saved', codes.length));
    } catch (error) {
      fail(error);
    }
  }

  const codes = found.value;
  const some = codes && codes.length > 0;
  return (
    <Dialog
      open
      title={t('popup.backup.grab')}
      onClose={onClose}
      actions={
        some ? (
          <>
            {entry.backupCodes.length > 0 && (
              <Button onClick={() => void keep(codes, true)}>{t('manage.backup.replace')}</Button>
            )}
            <Button variant="primary" onClick={() => void keep(codes, false)}>
              {plural('manage.backup.keep', codes.length)}
            </Button>
          </>
        ) : (
          codes && (
            <>
              <Button onClick={() => open(`#/account/${entry.id}`)}>
                {t('popup.backup.byHand')}
              </Button>
              <Button variant="primary" icon="refresh" onClick={() => void look().catch(fail)}>
                {t('popup.backup.again')}
              </Button>
            </>
          )
        )
      }
    >
      {failure.value && <Banner tone="danger">{failure.value}</Banner>}
      {codes === null && failure.value === '' && <Spinner label={t('popup.backup.grab')} />}
      {codes?.length === 0 && (
        <Banner tone="warning" title={t('popup.backup.nothing')}>
          {t('popup.backup.mark')}
        </Banner>
      )}
      {some && (
        <>
          <p>{t('popup.backup.found', [entry.issuer || entry.account])}</p>
          <FoundCodes codes={codes} />
          <p>{t('popup.backup.wrong')}</p>
        </>
      )}
    </Dialog>
  );
}
