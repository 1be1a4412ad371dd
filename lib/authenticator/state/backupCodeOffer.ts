import { openPage } from '../../platform';
import { stored } from './stored';

/** Backup codes of a site, with the account to which they belong. */
export interface BackupCodeOffer {
  readonly issuer: string;
  readonly account: string;
  readonly codes: readonly string[];
}

/**
 * Stores backup codes in memory and opens the page on which the user confirms them. The codes stay until the user
 * saves or declines them, the vault locks or the browser closes.
 */
export async function offerBackupCodes(offer: BackupCodeOffer): Promise<void> {
  await stored.backupCodeOffer.write(offer);
  await openPage('/manage.html', '#/backup-codes');
}

/** Returns the backup codes that wait for confirmation, or null. */
export const readBackupCodeOffer = (): Promise<BackupCodeOffer | null> =>
  stored.backupCodeOffer.read();

/** Removes the backup codes that wait for confirmation. */
export const dropBackupCodeOffer = (): Promise<void> => stored.backupCodeOffer.remove();
