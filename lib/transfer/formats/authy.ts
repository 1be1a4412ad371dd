import { fromUtf8, openAesCbc, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import { decodeHex, makeOtp, readSecretKey } from '../../otp';
import { type Fields, fields, firstText, isFields, list, number, text } from '../fields';
import type { Format, ReadTools } from '../Format';
import type { ImportedAccount } from '../ImportedAccount';
import { openJson } from '../openJson';
import { readRows } from '../readRows';
import { base64Field } from '../requiredFields';
import { sharedPrefs } from '../sharedPrefs';
import type { SourceFile } from '../SourceFile';

const preference = /^com\.authy\.storage\.tokens\.\w+\.key$/;
const oldIterations = 1_000;

/**
 * The two files that Authy users can get: the preferences of a rooted phone, and a recording of the app's own
 * download.
 */
export const authy: Format = {
  app: 'Authy',
  recognize: (file) =>
    tokenTexts(file).length > 0 ||
    (isFields(file.json) &&
      ('authenticator_tokens' in file.json || 'decrypted_authenticator_tokens' in file.json)),
  read: async (file, tools) => {
    const tokens = tokensOf(file);
    if (tokens.some((row) => sealedOf(row) !== '') && tools.password === null) return null;
    const open: Fields[] = [];
    for (const row of tokens) open.push(await decrypt(row, tools));
    return readRows(open, readToken, (row) =>
      firstText(row['originalIssuer'], row['issuer'], row['name']),
    );
  },
};

const tokenTexts = ({ text: xml }: SourceFile): string[] =>
  [...(sharedPrefs(xml) ?? [])].flatMap(([name, value]) => (preference.test(name) ? [value] : []));

function tokensOf(file: SourceFile): Fields[] {
  const texts = tokenTexts(file);
  const { authenticator_tokens: sealed, decrypted_authenticator_tokens: open } = fields(file.json);
  const rows =
    texts.length > 0 ? texts.flatMap((json) => list(openJson(utf8(json)))) : list(open ?? sealed);
  return rows.map(fields);
}

const sealedOf = (row: Fields): string => firstText(row['encryptedSecret'], row['encrypted_seed']);

/**
 * Decrypts a token, which has a salt of its own. The ciphertext has no authentication, so only an implausible
 * result reveals a wrong password.
 */
async function decrypt(row: Fields, { password, derive }: ReadTools): Promise<Fields> {
  if (password === null || sealedOf(row) === '') return row;
  const key = await derive({
    kind: 'pbkdf2',
    hash: 'SHA-1',
    password: utf8(password),
    salt: utf8(text(row['salt'])),
    iterations: number(row['key_derivation_iterations']) ?? oldIterations,
    length: 32,
  });
  const iv = row['unique_iv'] ? decodeHex(text(row['unique_iv'])) : new Uint8Array(16);
  const opened = await openAesCbc({ key, iv }, base64Field(sealedOf(row)));
  const secret = opened && fromUtf8(opened);
  if (!secret || !/^[A-Za-z2-7\s=-]+$/.test(secret)) throw new AppError('format/wrong-password');
  return { ...row, decryptedSecret: secret };
}

function readToken(row: Fields): ImportedAccount {
  const seed = text(row['secretSeed']);
  const name = firstText(row['originalName'], row['original_name'], row['name']);
  const issuer = firstText(row['originalIssuer'], row['issuer']);
  const colon = name.indexOf(':');
  return {
    issuer: issuer || name.slice(0, Math.max(colon, 0)).trim(),
    account: name.slice(colon + 1).trim(),
    otp: makeOtp({
      secret: seed
        ? decodeHex(seed)
        : readSecretKey(firstText(row['decryptedSecret'], row['decrypted_seed'])),
      // Authy's own accounts have codes of seven digits every ten seconds.
      digits: number(row['digits']) ?? (seed ? 7 : 6),
      period: seed ? 10 : 30,
    }),
  };
}
