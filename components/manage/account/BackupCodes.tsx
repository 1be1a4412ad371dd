import { useSignal, useSignalEffect } from '@preact/signals';
import type { Entry } from '../../../lib/vault';
import { BackupCodeRow, type Mark } from '../../backup-codes';
import { fewBackupCodes } from '../../../lib/authenticator/accounts';
import { Banner, Button, Card, errorMessage, plural, t, useToast } from '../../ui';
import { useRevealed } from '../../vault';
import { useManage } from '../ManageContext';
import { useAccount } from './AccountContext';
import css from './Account.module.css';
import { AddBackupCodes, type Pasted } from './AddBackupCodes';
import { PrintedCodes } from './PrintedCodes';
import { useSealedDraft } from './useSealedDraft';

/** The backup codes of an account, with buttons to copy, mark as used, add, replace and print codes. */
export function BackupCodes({ entry }: { readonly entry: Entry }) {
  const { store } = useAccount();
  const { copy, preferences } = useManage();
  const revealed = useRevealed();
  const hidden = preferences.values.value.hideCodes && !revealed.value;
  const toast = useToast();
  const adding = useSignal(false);
  const pasted = useSignal<Partial<Pasted>>({});
  const restored = useSealedDraft<Pasted>(`backup codes of ${entry.id}`, pasted);
  useSignalEffect(() => {
    if (restored.value) adding.value = true;
  });
  const left = entry.backupCodes.filter(({ usedAt }) => usedAt === null).length;
  const some = entry.backupCodes.length > 0;

  async function mark(code: string, as: Mark): Promise<void> {
    try {
      await store.markCode(code, as !== 'unused');
      if (as !== 'unused')
        toast({
          text: as === 'copied' ? t('manage.backup.copied') : t('manage.backup.marked'),
          undo: () => store.markCode(code, false),
        });
    } catch (error) {
      toast({ text: errorMessage(error) });
    }
  }

  const areFew = some && left <= fewBackupCodes;
  const hint = some ? plural('popup.backupCodesLeft', left) : t('manage.backup.none');
  return (
    <Card
      title={t('manage.backup.title')}
      // If few are left, the warning says how many.
      hint={areFew ? undefined : hint}
      actions={
        <>
          {left > 0 && (
            <Button variant="quiet" icon="print" onClick={() => window.print()}>
              {t('manage.backup.print')}
            </Button>
          )}
          <Button icon="plus" onClick={() => (adding.value = true)}>
            {t('manage.backup.add')}
          </Button>
        </>
      }
    >
      {areFew && <Banner tone="warning">{plural('manage.backup.few', left)}</Banner>}
      {some && hidden && (
        <div>
          <Button icon="eye" onClick={() => (revealed.value = true)}>
            {t('popup.backup.show')}
          </Button>
        </div>
      )}
      {some && !hidden && (
        <ol class={css['codes']}>
          {entry.backupCodes.map((one) => (
            <BackupCodeRow
              key={one.code}
              backupCode={one}
              copy={copy}
              mark={(as) => void mark(one.code, as)}
            />
          ))}
        </ol>
      )}
      {left > 0 && <PrintedCodes entry={entry} />}
      <p class={css['quiet']}>{t('manage.backup.honest')}</p>
      {adding.value && (
        <AddBackupCodes
          held={entry.backupCodes.length}
          pasted={pasted}
          onClose={() => {
            adding.value = false;
            pasted.value = {};
          }}
        />
      )}
    </Card>
  );
}
