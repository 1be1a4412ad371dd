import type { SecureVault, BackupTargets } from '../../vault';
import { backUpWhenDue } from './backUpWhenDue';

/** Time from the last change to the backup, in milliseconds. */
const debounceDelay = 5_000;

/**
 * Makes a backup whenever one is due, as long as this page is open. Only the manage page does. While it is closed, the
 * popup reminds the user of a due backup to the downloads. Returns an unsubscribe function.
 */
export function backUpOnChange(vault: SecureVault, targets: BackupTargets): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // If the vault is locked or the folder can't be written, the backup stays due. Once the vault is unlocked, a
      // reminder appears.
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
