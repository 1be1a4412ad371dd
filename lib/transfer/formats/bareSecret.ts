import { makeOtp, readSecretKey } from '../../otp';
import type { Format } from '../Format';
import { readRows } from '../readRows';

/**
 * A pasted secret key and nothing else. A key in lower case must be longer than one in upper case, and must
 * contain a digit.
 */
export const bareSecret: Format = {
  app: 'secret key',
  recognize: ({ text }) => {
    if (labeled(text) !== null) return true;
    if (text === null || text.length > 500 || /[\r\n]/.test(text)) return false;
    const letters = text.replace(/[\s\-_]/g, '').replace(/=+$/, '');
    return /^[A-Z2-7]{8,}$/.test(letters) || /^(?=.*\d)[a-z2-7]{16,}$/.test(letters);
  },
  read: ({ text, name }) => {
    const note = labeled(text);
    const issuer = note ? name.replace(/^.*\/|\.\w+$/g, '') : '';
    return readRows(
      [note ?? { key: text ?? '', account: '' }],
      ({ key, account }) => ({ issuer, account, otp: makeOtp({ secret: readSecretKey(key) }) }),
      () => issuer || '#1',
    );
  },
};

const keyLine = /^(?:totp|otp|2fa|mfa|totp[ _-]?(?:key|secret)):[ \t]*([A-Z2-7 ]{16,}=*)[ \t]*$/gim;
const nameLine = /^(?:login|user(?:name)?|email):[ \t]*(\S.*)$/im;

/**
 * Returns the key of a note, as in gopass: a line `totp: KEY` and optionally a line `login: NAME`. The file is
 * named after the site.
 */
function labeled(text: string | null): { key: string; account: string } | null {
  if (text === null || text.length > 5_000) return null;
  const lines = [...text.matchAll(keyLine)];
  const key = lines.length === 1 ? (lines[0]?.[1] ?? '') : '';
  return key === '' ? null : { key, account: nameLine.exec(text)?.[1]?.trim() ?? '' };
}
