import type { SecureVault, BackupTargets, BackupSettings } from '../../vault';

/**
 * Makes a backup if one is due and its target is among `reachable`. Does nothing while another context makes a
 * backup. If the file can't be written, the backup stays due.
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
    const backup = await vault.backups.make();
    if (await targets.write(settings, backup.name, backup.bytes))
      await vault.backups.recordBackup(backup);
  });
}
