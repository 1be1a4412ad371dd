import type { SecureVault, BackupTargets, BackupSettings } from '../../vault';

/**
 * Makes a backup if one is due for one of these targets. Only one context at a time does so; the others do nothing.
 * If the backup can't be written, it stays due.
 */
export async function backUpWhenDue(
  vault: SecureVault,
  targets: BackupTargets,
  reachable: readonly BackupSettings['target'][],
): Promise<void> {
  await targets.withBackupLock(async () => {
    if ((await vault.state()) !== 'unlocked' || !(await vault.backups.status()).due) return;
    const settings = await vault.backups.settings();
    if (!reachable.includes(settings.target)) return;
    const { name, bytes, revision } = await vault.backups.make();
    if (await targets.write(settings, name, bytes)) await vault.backups.recordBackup(revision);
  });
}
