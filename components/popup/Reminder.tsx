import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { BackupReminder, type BackupReminderProps } from '../vault/BackupReminder';
import css from './Popup.module.css';
import { usePopup } from './PopupContext';

/** Reminds of a backup below the accounts. Loaded after the codes are shown. */
export function Reminder() {
  const { backupReminder, vaultStore, open } = usePopup();
  const found = useSignal<Omit<BackupReminderProps, 'onBackUp'> | null>(null);
  useEffect(() => {
    void backupReminder?.().then((reminder) => (found.value = reminder));
  }, [backupReminder]);
  const reminder = found.value;
  if (!reminder) return null;
  return (
    <div class={css['suggestion']}>
      <BackupReminder
        {...reminder}
        automate={vaultStore.isFree.value ? null : reminder.automate}
        onBackUp={() => open('#/security/back-up')}
      />
    </div>
  );
}
