import type { WriteTools, Written } from './Format';
import { formats } from './formats';
import type { ImportedAccount } from './ImportedAccount';

/** What an export may be written as; Google Authenticator's QR codes have writeMigrationUris. */
export type ExportFormat = 'otpauthList' | 'aegis' | 'twoFas' | 'bitwarden';

/** A file that another app reads. Only Aegis takes a password; with null the secrets are in clear. */
export const writeFile = (
  format: ExportFormat,
  accounts: readonly ImportedAccount[],
  tools: WriteTools,
): Promise<Written> => Promise.resolve(formats[format].write(accounts, tools));
