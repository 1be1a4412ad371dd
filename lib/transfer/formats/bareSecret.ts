import { cleanKey, makeOtp, readSecretKey, withoutWords } from '../../otp';
import type { Format } from '../Format';
import { readRows } from '../readRows';
import type { SourceFile } from '../SourceFile';

interface Key {
  readonly key: string;
  readonly issuer: string;
  readonly account: string;
}

/**
 * A secret key and nothing else but a label or heading, or the note of a password manager with one key. A pasted
 * key may have a typo, which is then reported.
 */
export const bareSecret: Format = {
  app: 'secret key',
  recognize: (file) => keyOf(file) !== null,
  read: (file) =>
    readRows(
      [keyOf(file) ?? { key: '', issuer: '', account: '' }],
      ({ key, issuer, account }) => ({
        issuer,
        account,
        otp: makeOtp({ secret: readSecretKey(key) }),
      }),
      ({ issuer }) => issuer || '#1',
    ),
};

const keyOf = (file: SourceFile): Key | null => noteOf(file) ?? aloneIn(file);

const keyLine = /^(?:totp|otp|2fa|mfa|totp[ _-]?(?:key|secret)):[ \t]*([A-Z2-7 ]{16,}=*)[ \t]*$/gim;
const nameLine = /^(?:login|user(?:name)?|email):[ \t]*(\S.*)$/im;

/**
 * Returns the key of a note, as in gopass: a line `totp: KEY` and optionally a line `login: NAME`. The file is
 * named after the site.
 */
function noteOf({ text, name }: SourceFile): Key | null {
  if (text === null || text.length > 5_000) return null;
  const lines = [...text.matchAll(keyLine)];
  const key = lines.length === 1 ? (lines[0]?.[1] ?? '') : '';
  const account = nameLine.exec(text)?.[1]?.trim() ?? '';
  return key === '' ? null : { key, account, issuer: name.replace(/^.*\/|\.\w+$/g, '') };
}

/** Matches a key in upper case, or a longer key in lower case that contains a digit. */
const key = /^(?:[A-Z2-7]{8,}|(?=.*\d)[a-z2-7]{16,})$/;
/** Matches letters and digits of one case, such as a key with a typo or a hexadecimal key. */
const almostKey = /^(?=.*\d)(?=(?:.*[A-Za-z]){6})(?:[A-Z\d]{16,}|[a-z\d]{16,})$/;
/** Matches a separator between cells of a table. */
const separator = /[,;|\t]\s*\S/;
const mostLines = 3;

/** Returns the only key of a short text, or null. Several keys, one per line, would be joined to a wrong key. */
function aloneIn({ text, name }: SourceFile): Key | null {
  if (text === null || text.length > 500 || separator.test(text)) return null;
  const lines = text.split(/[\r\n]+/);
  const isPasted = name === '';
  const keys = lines.filter((line) => {
    const letters = lettersOf(line);
    if (letters === null) return isPasted && /[2-7]/.test(line);
    return key.test(letters) || (isPasted && almostKey.test(letters));
  });
  const [only] = keys;
  if (only === undefined || keys.length > 1 || lines.length > mostLines) return null;
  return { key: only, issuer: '', account: '' };
}

/** Returns the letters of the key in a line, or null if words can't be told from the key. */
function lettersOf(line: string): string | null {
  try {
    return cleanKey(withoutWords(line));
  } catch {
    return null;
  }
}
