import type { SecureVault } from '../SecureVault';
import type { BackupTargets } from './BackupTargets';

/** Milliseconds after a change: several changes in a row make one backup. */
const calm = 5_000;

/**
 * Makes a backup whenever one is due, as long as this page is open. One page at a time: `alone` runs
 * nothing where another one is at it. Answers its own end.
 */
export function keepBackedUp(
  vault: SecureVault,
  targets: BackupTargets,
  alone: (work: () => Promise<void>) => Promise<void>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    if ((await vault.state()) !== 'unlocked' || !(await vault.backups.status()).due) return;
    const settings = await vault.backups.settings();
    const { name, bytes } = await vault.backups.make();
    if (await targets.write(settings, name, bytes)) await vault.backups.noteMade();
  }

  const soon = () => {
    clearTimeout(timer);
    // A lock in between, or a folder that is gone: the reminder says so until the next change.
    timer = setTimeout(() => void alone(run).catch(() => undefined), calm);
  };
  const drop = vault.subscribe(soon);
  soon();
  return () => {
    clearTimeout(timer);
    drop();
  };
}
