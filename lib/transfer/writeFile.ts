import { aegis } from './formats/aegis';
import { bitwarden } from './formats/bitwarden';
import { otpauthList } from './formats/otpauthList';
import { twoFas } from './formats/twoFas';
import type { WriteTools, Written } from './Format';
import type { ImportedAccount } from './ImportedAccount';

/**
 * The writable formats. The readable formats are in another file, so that a page that exports doesn't load them.
 */
const written = { otpauthList, aegis, twoFas, bitwarden };

/** The format of an export. For Google Authenticator's QR codes, see `writeMigrationUris`. */
export type ExportFormat = keyof typeof written;

/**
 * Writes a file for another app. Only Aegis files can be encrypted with the password. With null, the secrets are
 * unencrypted.
 */
export const writeFile = (
  format: ExportFormat,
  accounts: readonly ImportedAccount[],
  tools: WriteTools,
): Promise<Written> => Promise.resolve(written[format].write(accounts, tools));
