import { aegis } from './formats/aegis';
import { bitwarden } from './formats/bitwarden';
import { otpauthList } from './formats/otpauthList';
import { twoFas } from './formats/twoFas';
import type { WriteTools, Written } from './Format';
import type { ImportedAccount } from './ImportedAccount';

/** The formats that are written, apart from those that are only read: a page that exports needs no others. */
const written = { otpauthList, aegis, twoFas, bitwarden };

/** What an export may be written as; Google Authenticator's QR codes have writeMigrationUris. */
export type ExportFormat = keyof typeof written;

/** A file that another app reads. Only Aegis takes a password; with null the secrets are in clear. */
export const writeFile = (
  format: ExportFormat,
  accounts: readonly ImportedAccount[],
  tools: WriteTools,
): Promise<Written> => Promise.resolve(written[format].write(accounts, tools));
