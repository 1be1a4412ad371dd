import { openPage } from '../../platform';
import { stored } from './stored';

/** Backup codes of a site, with the account that they belong to. */
export interface BackupCodeOffer {
  readonly issuer: string;
  readonly account: string;
  readonly codes: readonly string[];
}

/**
 * Stores backup codes for the authenticator and opens the page where the user confirms them. They stay in
 * memory until they are saved or declined, the vault locks or the browser closes.
 */
export async function offerBackupCodes(offer: BackupCodeOffer): Promise<void> {
  await stored.backupCodeOffer.write(offer);
  await openPage('/manage.html', '#/backup-codes');
}

/** Returns the backup codes to be confirmed, or null. */
export const readBackupCodeOffer = (): Promise<BackupCodeOffer | null> =>
  stored.backupCodeOffer.read();

/** Removes the backup codes once they are saved or declined. */
export const dropBackupCodeOffer = (): Promise<void> => stored.backupCodeOffer.remove();
