import { useSignal } from '@preact/signals';
import { Button, Checkbox, t } from '../../ui';
import { BackupCodes } from '../BackupCodes';
import { useCompanion } from '../CompanionContext';
import { SaveAdvice } from '../SaveAdvice';
import { EntryPage } from './EntryPage';

/** Shows the backup codes once, after the first code of a mailed secret was entered. */
export function SaveBackupCodes({ codes }: { readonly codes: readonly string[] }) {
  const { account } = useCompanion();
  const saved = useSignal(false);
  return (
    <EntryPage title={t('companion.enrol.codesTitle')}>
      <p>{t('companion.enrol.codesText')}</p>
      <SaveAdvice />
      <BackupCodes
        codes={codes}
        account={account.me.value?.email ?? ''}
        onSaved={() => (saved.value = true)}
      />
      <Checkbox
        label={t('companion.codes.saved')}
        checked={saved.value}
        onChange={(checked) => (saved.value = checked)}
      />
      <Button variant="primary" disabled={!saved.value} onClick={account.codesSaved}>
        {t('companion.enrol.go')}
      </Button>
    </EntryPage>
  );
}
