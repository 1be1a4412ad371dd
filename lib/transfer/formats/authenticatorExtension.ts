import { fromUtf8, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import { encodeHex } from '../../otp';
import { toBase64 } from '../base64';
import { openCryptoJs } from '../cryptoJs';
import { type Fields, fields, firstText, isFields, text } from '../fields';
import type { Format, ReadTools } from '../Format';
import { parseUnauthenticatedJson } from '../openJson';
import { readExtensionEntry } from '../readExtensionEntry';
import { readRows } from '../readRows';
import type { SourceFile } from '../SourceFile';

/** Keys of settings that older versions stored among the accounts. */
const settings = new Set(['UserSettings', 'LocalStorage', 'key', 'enc', 'hash']);
const dataTypes = new Set(['OTPStorage', 'EncOTPStorage', 'Key']);

/** The backups of Authenticator-Extension (authenticator.cc), plain and in three encrypted forms. */
export const authenticatorExtension: Format = {
  app: 'Authenticator (authenticator.cc)',
  recognize: ({ json }) => {
    if (!isFields(json)) return false;
    if (sealedKey(json)) return true;
    return Object.values(json).some(
      (row) =>
        isFields(row) &&
        (dataTypes.has(text(row['dataType'])) || (text(row['secret']) !== '' && 'type' in row)),
    );
  },
  read: async (file, tools) => {
    const rows = await decryptedRows(file, tools);
    return (
      rows && readRows(rows, readExtensionEntry, (row) => firstText(row['issuer'], row['account']))
    );
  },
};

/**
 * Returns `enc`, which holds the key of the secrets, encrypted with the password. The file has `enc` in one of
 * two places.
 */
const sealedKey = (json: Fields): string =>
  firstText(fields(json['key'])['enc'], 'hash' in json ? json['enc'] : '');

const isSealed = (row: Fields): boolean =>
  row['dataType'] === 'EncOTPStorage' || row['encrypted'] === true;

/** Returns every row decrypted, in the app's order, or null if a password is needed and missing. */
async function decryptedRows(file: SourceFile, tools: ReadTools): Promise<Fields[] | null> {
  const json = fields(file.json);
  const rows = Object.entries(json).flatMap(([name, row]) =>
    !settings.has(name) && isFields(row) ? [row] : [],
  );
  const keys = rows.filter((row) => row['dataType'] === 'Key');
  const entries = rows.filter((row) => row['dataType'] !== 'Key');
  if (entries.some(isSealed) && tools.password === null) return null;
  const passphrases = await passphrasesOf(json, keys, tools);
  const clear: Fields[] = [];
  for (const row of entries) clear.push(isSealed(row) ? await openRow(row, passphrases) : row);
  return clear.toSorted((a, b) => Number(a['index'] ?? 0) - Number(b['index'] ?? 0));
}

/** Returns the passphrases by key id. Versions without key ids have an empty id. */
async function passphrasesOf(
  json: Fields,
  keys: readonly Fields[],
  { password, derive }: ReadTools,
): Promise<ReadonlyMap<string, string>> {
  const passphrases = new Map<string, string>();
  if (password === null) return passphrases;
  const enc = sealedKey(json);
  if (enc) {
    const opened = await openCryptoJs(enc, password);
    if (opened === null) throw new AppError('format/wrong-password');
    passphrases.set('', encodeHex(opened));
  } else passphrases.set('', password);
  for (const key of keys) {
    const derived = await derive({
      kind: 'argon2id',
      password: utf8(password),
      salt: utf8(text(key['salt'])),
      memory: 19_456,
      passes: 2,
      lanes: 1,
    });
    passphrases.set(text(key['id']), toBase64(derived).replaceAll('=', ''));
  }
  return passphrases;
}

async function openRow(row: Fields, passphrases: ReadonlyMap<string, string>): Promise<Fields> {
  if (row['dataType'] === 'EncOTPStorage') {
    const passphrase = passphrases.get(text(row['keyId']));
    if (passphrase === undefined) throw new AppError('format/damaged');
    const opened = await openCryptoJs(text(row['data']), passphrase);
    return { ...fields(parseUnauthenticatedJson(opened)), index: row['index'] };
  }
  const opened = await openCryptoJs(text(row['secret']), passphrases.get('') ?? '');
  const secret = opened && fromUtf8(opened);
  if (secret === null) throw new AppError('format/wrong-password');
  return { ...row, secret };
}
