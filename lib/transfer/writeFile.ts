import type { WriteTools, Written } from './Format';
import type { ImportedAccount } from './ImportedAccount';
import { writeAegis } from './writeAegis';
import { writeBitwarden } from './writeBitwarden';
import { writeOtpauthList } from './writeOtpauthList';
import { writeTwoFas } from './writeTwoFas';

/** The writers, by format. They import no reader, so that a page that exports doesn't load the readers. */
export const writers = {
  otpauthList: writeOtpauthList,
  aegis: writeAegis,
  twoFas: writeTwoFas,
  bitwarden: writeBitwarden,
};

/** The format of an export. For Google Authenticator's QR codes, see `writeMigrationUris`. */
export type ExportFormat = keyof typeof writers;

/**
 * Writes a file for another app. Only Aegis files can be encrypted with the password. With null, the secrets are
 * unencrypted.
 */
export const writeFile = (
  format: ExportFormat,
  accounts: readonly ImportedAccount[],
  tools: WriteTools,
): Promise<Written> => Promise.resolve(writers[format](accounts, tools));
