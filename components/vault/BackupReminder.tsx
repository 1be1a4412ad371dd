import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BackupReminder as Reminder } from '../../lib/authenticator/accounts';
import { Banner, Button, plural, t, useAction, useToast } from '../ui';

export interface BackupReminderProps {
  /** Returns the reminder to show, or null. */
  readonly look: () => Promise<Reminder | null>;
  /**
   * Turns automatic backups on. Null if the vault has no passphrase, because automatic backups need a passphrase.
   */
  readonly automate: (() => Promise<unknown>) | null;
  /** Opens the page for backups. */
  readonly onBackUp: () => void;
  /** Snoozes the reminder. */
  readonly snooze: () => Promise<void>;
  /** Subscribes to changes of the vault. Returns an unsubscribe function. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows one sentence, where the notice would cover codes. */
  readonly isBrief?: boolean;
}

/** Reminds the user of a backup. One click turns automatic backups on. */
export function BackupReminder(props: BackupReminderProps) {
  const { look, automate, onBackUp, snooze, subscribe, isBrief = false } = props;
  const toast = useToast();
  const found = useSignal<Reminder | null>(null);
  const { busy, failure, run } = useAction();
  useEffect(() => {
    const refresh = () => void look().then((now) => (found.value = now));
    refresh();
    return subscribe(refresh);
  }, [look, subscribe]);
  const reminder = found.value;
  if (!reminder) return null;

  async function turnOn(): Promise<void> {
    if (!automate || !(await run(automate))) return;
    // If this page can't save the first automatic backup, it is overdue at once, and the banner says when it is saved.
    // A toast would cover the banner.
    found.value = await look();
    if (!found.value) toast({ text: t('reminder.automated') });
  }
  const behind = 'changes' in reminder ? plural('reminder.behind', reminder.changes) : '';
  const awaited =
    reminder.kind === 'overdue' && reminder.target === 'downloads' && t('reminder.automated');
  return (
    <Banner
      tone={reminder.kind === 'overdue' ? 'warning' : 'info'}
      title={(isBrief && behind) || t('reminder.title')}
      actions={
        <>
          {automate && reminder.kind !== 'overdue' && (
            <Button variant="primary" busy={busy} onClick={() => void turnOn()}>
              {t('reminder.automate')}
            </Button>
          )}
          <Button
            variant={reminder.kind === 'overdue' ? 'primary' : 'secondary'}
            onClick={onBackUp}
          >
            {t('security.backups.now')}
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              found.value = null;
              void snooze();
            }}
          >
            {t('manage.notNow')}
          </Button>
        </>
      }
    >
      {isBrief ? (
        failure || awaited
      ) : (
        <>
          {behind || t(reminder.kind === 'synced' ? 'reminder.synced' : 'reminder.never')}
          {failure && <p>{failure}</p>}
        </>
      )}
    </Banner>
  );
}
