import { browser } from 'wxt/browser';
import { openPage } from '../../platform';

/** Backup codes that a site gave its user, with the account that they belong to. */
export interface BackupCodeOffer {
  readonly issuer: string;
  readonly account: string;
  readonly codes: readonly string[];
}

const slot = 'hand-off/backup-codes';

const isOffer = (value: unknown): value is BackupCodeOffer =>
  typeof value === 'object' &&
  value !== null &&
  'issuer' in value &&
  typeof value.issuer === 'string' &&
  'account' in value &&
  typeof value.account === 'string' &&
  'codes' in value &&
  Array.isArray(value.codes) &&
  value.codes.every((code) => typeof code === 'string');

/**
 * Hands backup codes to the authenticator and opens the page where the user confirms them. They wait in
 * memory (`storage.session`), never on disk, until they are taken, declined, the vault locks or the browser ends.
 */
export async function offerBackupCodes(offer: BackupCodeOffer): Promise<void> {
  await browser.storage.session.set({ [slot]: offer });
  await openPage('/manage.html', '#/backup-codes');
}

/** The backup codes that wait for the user's word, or null. */
export async function readBackupCodeOffer(): Promise<BackupCodeOffer | null> {
  const held: unknown = (await browser.storage.session.get(slot))[slot];
  return isOffer(held) ? held : null;
}

/** Forgets the waiting codes, once they are stored or declined. */
export const dropBackupCodeOffer = (): Promise<void> => browser.storage.session.remove(slot);
