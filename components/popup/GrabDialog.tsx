import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ExtractedCode } from '../../lib/platform';
import type { Entry } from '../../lib/vault';
import { FoundCodes, keepCodes } from '../backup-codes';
import type { EntryStore } from '../stores/createEntryStore';
import { Banner, Button, Dialog, errorMessage, plural, Spinner, t, type Toast } from '../ui';
import type { BackupCodeTools } from './BackupCodeTools';
import { usePopup } from './PopupContext';

export interface GrabDialogProps {
  readonly entry: Entry;
  readonly store: EntryStore;
  readonly tools: BackupCodeTools;
  /** Called after the codes are stored, with the message to show. The message's `undo` removes the codes. */
  readonly onKept: (said: Toast) => void;
  readonly onClose: () => void;
}

/** Shows the backup codes on the active page before they are stored. */
export function GrabDialog({ entry, store, tools, onKept, onClose }: GrabDialogProps) {
  const { site, open } = usePopup();
  const found = useSignal<readonly ExtractedCode[] | null>(null);
  const failure = useSignal('');
  const fail = (error: unknown) => (failure.value = errorMessage(error));

  function look(): void {
    failure.value = '';
    found.value = null;
    const here = site.site.value;
    const grabbed = here ? tools.grab(here) : Promise.resolve([]);
    grabbed.then((some) => (found.value = some), fail);
  }
  useEffect(look, []);

  async function keep(codes: readonly string[], replace: boolean): Promise<void> {
    try {
      onKept(await keepCodes(store, codes, replace));
    } catch (error) {
      fail(error);
    }
  }

  const codes = found.value?.map(({ code }) => code) ?? null;
  const lines = new Map(found.value?.map(({ code, line }) => [code, line]));
  const some = codes && codes.length > 0;
  const looking = codes === null && failure.value === '';
  return (
    <Dialog
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
          !looking && (
            <>
              <Button onClick={() => open(`#/account/${entry.id}`)}>
                {t('popup.backup.byHand')}
              </Button>
              <Button variant="primary" icon="refresh" onClick={look}>
                {t('popup.backup.again')}
              </Button>
            </>
          )
        )
      }
    >
      {failure.value && <Banner tone="danger">{failure.value}</Banner>}
      {looking && <Spinner label={t('popup.backup.grab')} />}
      {codes?.length === 0 && (
        <Banner tone="warning" title={t('popup.backup.nothing')}>
          {t('popup.backup.mark')}
        </Banner>
      )}
      {some && (
        <>
          <p>{t('popup.backup.found', [entry.issuer || entry.account])}</p>
          <FoundCodes codes={codes} lines={lines} />
          <p>{t('popup.backup.wrong')}</p>
        </>
      )}
    </Dialog>
  );
}
