import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Banner, Button, t } from '../ui';
import { BackupReminder, type BackupReminderProps } from '../vault/BackupReminder';
import css from './Popup.module.css';
import { usePopup } from './PopupContext';

/**
 * Reminds the user of a backup, and of sync if the user must act. Shown below the accounts, and loaded after the
 * codes.
 */
export function Reminder() {
  const { backupReminder, vaultStore, open } = usePopup();
  const found = useSignal<Omit<BackupReminderProps, 'onBackUp'> | null>(null);
  const attention = useSignal(false);
  useEffect(() => {
    async function look(): Promise<void> {
      const reminder = await backupReminder?.();
      found.value = reminder ?? null;
      attention.value = (await reminder?.syncNeedsPerson?.()) === true;
    }
    void look();
  }, [backupReminder]);
  const reminder = found.value;
  if (!reminder) return null;
  return (
    <div class={css['suggestion']}>
      {attention.value && (
        <Banner
          tone="warning"
          actions={<Button onClick={() => open('#/sync')}>{t('sync.openPage')}</Button>}
        >
          {t('sync.attention')}
        </Banner>
      )}
      <BackupReminder
        {...reminder}
        isBrief
        automate={vaultStore.isFree.value ? null : reminder.automate}
        onBackUp={() => open('#/security/back-up')}
      />
    </div>
  );
}
