import { openAesCbc, sha256, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import { decodeBase32, decodeHex, makeOtp } from '../../otp';
import { fromBase64 } from '../base64';
import { type Fields, fields, list, number, text } from '../fields';
import type { Format } from '../Format';
import { openJson, parseUnauthenticatedJson } from '../openJson';
import { readRows } from '../readRows';
import { base64Field } from '../requiredFields';
import { sharedPrefs } from '../sharedPrefs';

const preference = 'STATIC_TOTP_CODES_LIST';
/** The password that the app uses if the user chose none. */
const defaultPassword = 'TotpAuthenticator';
const nowhere = new Uint8Array(16);

/** TOTP Authenticator's backup (base64 of ciphertext), and its preferences file. */
export const totpAuthenticator: Format = {
  app: 'TOTP Authenticator',
  recognize: (file) => sharedPrefs(file.text)?.has(preference) || isSealed(file.text),
  isGuess: () => true,
  read: async ({ text: content }, { password }) => {
    const prefs = sharedPrefs(content);
    if (prefs) return readList(prefs.get(preference) ?? '');
    const sealed = base64Field(content);
    for (const candidate of [defaultPassword, ...(password === null ? [] : [password])]) {
      const opened = await openAesCbc({ key: sha256(utf8(candidate)), iv: nowhere }, sealed);
      // The ciphertext has no authentication, so only an implausible result reveals a wrong password.
      if (opened?.[0] === '{'.charCodeAt(0)) {
        const [accounts = ''] = Object.keys(fields(parseUnauthenticatedJson(opened)));
        return readList(accounts);
      }
    }
    if (password === null) return null;
    throw new AppError('format/wrong-password');
  },
};

/**
 * Whether a text is a single run of base64 with whole AES blocks. Base64 has letters of both cases, but base32
 * has letters of only one case.
 */
function isSealed(content: string | null): boolean {
  if (content === null || !/^(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{40,}={0,2}$/s.test(content))
    return false;
  const bytes = fromBase64(content);
  return bytes !== null && bytes.length % 16 === 0;
}

const readList = (json: string) =>
  readRows(
    list(openJson(utf8(json))).map(fields),
    (row) => ({
      issuer: text(row['issuer']),
      account: text(row['name']),
      otp: makeOtp({
        secret: decodeKey(row),
        digits: number(row['digits']),
        period: number(row['period']),
      }),
    }),
    (row) => text(row['issuer']) || text(row['name']),
  );

function decodeKey(row: Fields): Uint8Array<ArrayBuffer> {
  const key = text(row['key']);
  const base = number(row['base']);
  if (base === 16) return decodeHex(key);
  if (base === 32) return decodeBase32(key);
  const bytes = base === 64 ? fromBase64(key) : null;
  if (!bytes) throw new AppError('otp/bad-secret');
  return bytes;
}
