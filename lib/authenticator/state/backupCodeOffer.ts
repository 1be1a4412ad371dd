import { noticeChannel, openPage } from '../../platform';
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

const savedChannel = 'hand-off/saved';

/** Returns a text that identifies the account of an offer. It contains no backup code. */
const accountOf = ({ issuer, account }: BackupCodeOffer): string =>
  JSON.stringify([issuer, account]);

/** Notifies the page that offered backup codes once the codes are in the vault. */
export const announceSavedCodes = (offer: BackupCodeOffer): void =>
  noticeChannel(savedChannel).post(accountOf(offer));

/** Calls the listener once the user has saved backup codes of this account. Returns an unsubscribe function. */
export const watchSavedCodes = (offer: BackupCodeOffer, listener: () => void): (() => void) =>
  noticeChannel(savedChannel).subscribe((saved) => saved === accountOf(offer) && listener());
