import { formatOtpUri } from '../otp';
import { fileName } from './fileName';
import type { WriteTools, Written } from './Format';
import type { ImportedAccount } from './ImportedAccount';

/** Writes one URI per line. URIs support every kind of account. */
export const writeOtpauthList = (
  accounts: readonly ImportedAccount[],
  { now }: WriteTools,
): Written => ({
  name: fileName('otpauth', now, 'txt'),
  text: accounts.map((account) => `${formatOtpUri(account)}\n`).join(''),
  left: [],
});
