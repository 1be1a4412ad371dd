import { formatOtpUri } from '../../otp';
import { list } from '../fields';
import { fileName } from '../fileName';
import type { Format } from '../Format';
import { isOtpUri, readUris } from '../readUris';
import type { SourceFile } from '../SourceFile';

/** The URIs of a list: one a line, or the texts of a JSON array. Empty lines and `#` comments are none. */
const linesOf = (file: SourceFile): string[] =>
  Array.isArray(file.json)
    ? list(file.json).filter((item) => typeof item === 'string')
    : (file.text ?? '').split(/[\r\n]+/).filter((line) => /^\s*[^#\s]/.test(line));

/** What most authenticators can write, and read: Aegis, Ente, FreeOTP+, Stratum, Authenticator-Extension… */
export const otpauthList = {
  app: 'otpauth:// list',
  recognize: (file) => linesOf(file).some(isOtpUri),
  read: (file) => readUris(linesOf(file)),
  write: (accounts, { now }) => ({
    name: fileName('otpauth', now, 'txt'),
    text: accounts.map((account) => `${formatOtpUri(account)}\n`).join(''),
    left: [],
  }),
} satisfies Format;
