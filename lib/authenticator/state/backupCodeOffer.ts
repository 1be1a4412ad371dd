import { openPage } from '../../platform';
import { stored } from './stored';

/** Backup codes that a site gave its user, with the account that they belong to. */
export interface BackupCodeOffer {
  readonly issuer: string;
  readonly account: string;
  readonly codes: readonly string[];
}

/**
 * Hands backup codes to the authenticator and opens the page where the user confirms them. They wait in memory
 * until they are taken or declined, the vault locks or the browser ends.
 */
export async function offerBackupCodes(offer: BackupCodeOffer): Promise<void> {
  await stored.backupCodeOffer.write(offer);
  await openPage('/manage.html', '#/backup-codes');
}

/** Returns the backup codes that wait for the user's confirmation, or null. */
export const readBackupCodeOffer = (): Promise<BackupCodeOffer | null> =>
  stored.backupCodeOffer.read();

/** Removes the waiting codes, once they are saved or declined. */
export const dropBackupCodeOffer = (): Promise<void> => stored.backupCodeOffer.remove();
