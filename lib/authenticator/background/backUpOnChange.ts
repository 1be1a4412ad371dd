import type { SecureVault } from '../../vault';
import type { BackupTargets } from '../../vault';
import { backUpWhenDue } from './backUpWhenDue';

/** Milliseconds after a change: several changes in a row make one backup. */
const debounceDelay = 5_000;

/** Makes a backup whenever one is due, as long as this page is open. Answers its own end. */
export function backUpOnChange(vault: SecureVault, targets: BackupTargets): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A lock in between, or a folder that is gone: the reminder says so until the next change.
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
