import type { SecureVault, BackupTargets } from '../../vault';
import { backUpWhenDue } from './backUpWhenDue';

/** Debounce delay in milliseconds. */
const debounceDelay = 5_000;

/** Makes a backup whenever one is due, while this page is open. Returns an unsubscribe function. */
export function backUpOnChange(vault: SecureVault, targets: BackupTargets): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // If the vault locked or the folder is missing, the backup stays due and the reminder shows
      // it.
      backUpWhenDue(vault, targets, ['folder', 'downloads']).catch(() => undefined);
    }, debounceDelay);
  };
  const drop = vault.subscribe(soon);
  soon();
  return () => {
    clearTimeout(timer);
    drop();
  };
}
