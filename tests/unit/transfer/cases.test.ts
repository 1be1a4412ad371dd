import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { decodeBase32, makeOtp, type Otp } from '../../../lib/otp';
import { readFile, writeFile } from '../../../lib/transfer';
import { inProcessDerive } from '../../../lib/crypto';
import { toolsWith } from './tools';

const folder = 'tests/unit/transfer/fixtures/cases';
const S = 'JBSWY3DPEHPK3PXP';
const T = 'KRSXG5CTMVRXEZLU';

const bytesOf = (path: string) => Uint8Array.from(readFileSync(path));
const account = (
  issuer: string,
  name: string,
  secret: string,
  otp: Partial<Parameters<typeof makeOtp>[0]> = {},
) => ({
  issuer,
  account: name,
  otp: makeOtp({ secret: decodeBase32(secret), ...otp }),
});
const one = account('One', 'a', S);
const two = account('Two', 'b', T);

async function read(path: string, password: string | null = null) {
  const name = path.split('/').at(-1) ?? '';
  const result = await readFile(name, bytesOf(path), toolsWith(password));
  if (result.kind !== 'read') throw new Error(result.kind);
  return result;
}

const named = (accounts: readonly { issuer: string; account: string; otp: unknown }[]) =>
  accounts.map(({ issuer, account: name, otp }) => ({ issuer, account: name, otp }));

/** The expected accounts of each file in the folder. No file has an unreadable row. */
const contents: Readonly<Record<string, readonly ReturnType<typeof account>[]>> = {
  'comma-list.txt': [one, two],
  'comma-secret-last.txt': [one, two],
  'space-list.txt': [one, two],
  'comma-newline.txt': [one, two],
  'quoted-lines.txt': [one, two],
  'labelled.txt': [one, two],
  'json-nested-uri.json': [one],
  'prefix-migration.txt': [account('Example', 'alice@google.com', S)],
  'winauth-steam.txt': [account('Steam', '', S, { kind: 'steam' })],
  'period-column.csv': [account('One', 'a', S, { period: 60 })],
  'type-counter-columns.csv': [account('One', 'a', S, { kind: 'hotp', counter: 4 })],
  'enpass-noheader.csv': [one],
  'keeper.csv': [one],
  'zoho.csv': [one],
  'synology.csv': [one],
  'myki.csv': [one],
  'authenticator-key-column.csv': [one],
  'sep-line.csv': [one],
  'latin1.csv': [account('Café', 'josé@ex.com', S)],
  'ente-nonlatin.html': [
    account('微信支付', 'ada@example.com', S),
    account('Café', 'josé@example.com', T),
  ],
  'bitwarden-legacy.json': [one],
  'bitwarden-array.json': [one],
  'zipped-qr-pictures.zip': [account('Example', 'alice@google.com', S), two],
  'keeper.json': [one],
  '1pif.1pif': [one],
  'extract-otp-secrets.json': [
    one,
    account('', 'hotp demo', T, { kind: 'hotp', counter: 4 }),
    account('encoding', 'äé? (demo)', 'GEZDGNBVGY3TQOJQ'),
  ],
  '2fas-schema-5.2fas': [one],
  'keeotp2-steam.xml': [account('One', 'a', S, { kind: 'steam' })],
  'keeotp2-hex.xml': [account('One', 'a', 'EIZUIVLGO4RDGRCV')],
  'keeotp2-base64.xml': [one],
  'opvault-settings-uri.xml': [one],
  'time-and-hmac.xml': [one, account('One', 'a', T, { kind: 'hotp', counter: 7 })],
  'notes-uri.xml': [one],
};

describe('files that were once misread', () => {
  test.each(Object.entries(contents))('%s is read correctly', async (file, expected) => {
    const { accounts, unreadable } = await read(`${folder}/${file}`);
    expect(unreadable).toEqual([]);
    expect(named(accounts)).toEqual(expected);
  });

  test('all have an expected result', () => {
    const others = ['odd-settings.txt', 'sample.pdf'];
    expect(readdirSync(folder).toSorted()).toEqual(
      [...Object.keys(contents), ...others].toSorted(),
    );
  });

  test('include a newer schema of 2FAS, which is read with a warning', async () => {
    const { notes } = await read(`${folder}/2fas-schema-5.2fas`);
    expect(notes).toEqual([{ code: 'newer-schema', facts: { version: 5 } }]);
  });

  test('include a PDF, which is recognized and never asked for a password', async () => {
    await expect(read(`${folder}/sample.pdf`)).rejects.toThrow(
      new AppError('format/other-file', { kind: 'PDF' }),
    );
  });

  test('include accounts that 2FAS would change, which an export for 2FAS leaves out', async () => {
    const { accounts } = await read(`${folder}/odd-settings.txt`);
    const { text, left } = await writeFile('twoFas', accounts, {
      password: null,
      derive: inProcessDerive,
      random: (length) => new Uint8Array(length),
      now: 0,
    });
    expect(left.map(({ issuer }) => issuer)).toEqual(['Ten', 'Fast']);
    expect(text).toContain('Plain');
  });
});

/** Folder of files from other projects, whose licenses don't allow copies in this repository. */
const shared = process.env['IMPORT_CASES'] ?? '../shared/cases/imports';
const hasShared = (() => {
  try {
    return readdirSync(shared).length > 0;
  } catch {
    return false;
  }
})();

/** Returns an expected account. Its secret isn't compared, because the files contain other projects' keys. */
const entry = (issuer: string, name: string, otp: Partial<Otp> = {}) => ({
  ...account(issuer, name, S, otp),
  isKey: true,
});
const inKeePass = [
  entry('Long', 'Period', { period: 60 }),
  entry('Many', 'Digits', { digits: 9 }),
  entry('No username', ''),
  entry('Sha', '256'),
  entry('Sha', '512', { algorithm: 'SHA512' }),
  entry('Standard', 'Totp'),
  entry('Steam', 'steam', { kind: 'steam' }),
];
const inStratum = [
  entry('Long', 'Period', { period: 60 }),
  entry('Many', 'Digits', { digits: 9 }),
  entry('NoIssuer', ''),
  entry('Sha', '256', { algorithm: 'SHA256' }),
  entry('Sha', '512', { algorithm: 'SHA512' }),
  entry('Standard', 'Hotp', { kind: 'hotp', counter: 10 }),
  entry('Standard', 'Totp'),
];
const inSeveralEntries = [
  entry('Multi Entry 1', 'Multi Name 1'),
  entry('Multi Entry 2', 'Multi Name 2'),
  entry('Single Entry', 'User Name'),
];
const sorted = (accounts: readonly ReturnType<typeof entry>[]) =>
  accounts
    .map((each) => ({ ...each, otp: { ...each.otp, secret: null } }))
    .toSorted((a, b) => (`${a.issuer} ${a.account}` < `${b.issuer} ${b.account}` ? -1 : 1));

describe.skipIf(!hasShared)('files of other projects, if available', () => {
  test.each([
    ['K15-keepass.chacha20.argon2d.kdbx', 'test', inKeePass],
    ['K16-keepass.twofish.argon2d.kdbx', 'test', inKeePass],
    ['K18-NewDatabaseMulti.kdbx', 'a', inSeveralEntries],
    ['K11-zipped-authpro.zip', 'test', inStratum],
  ] as const)('%s is read correctly', async (file, password, expected) => {
    const { accounts, unreadable } = await read(`${shared}/${file}`, password);
    expect(unreadable).toEqual([]);
    const found = accounts.map(({ issuer, account: name, otp }) => ({
      issuer,
      account: name,
      otp,
      isKey: otp.secret.length >= 10,
    }));
    expect(sorted(found)).toEqual(sorted(expected));
  });

  test('include a database that opens with a key file and no password', async () => {
    const name = 'K16-FileKeyXmlV2';
    const keyFile = bytesOf(`${shared}/${name}.keyx`);
    const file = bytesOf(`${shared}/${name}.kdbx`);
    const asked = await readFile(`${name}.kdbx`, file, toolsWith(null));
    expect(asked).toMatchObject({ kind: 'needs-password', takesKeyFile: true });
    const opened = await readFile(`${name}.kdbx`, file, { ...toolsWith(''), keyFile });
    expect(opened).toMatchObject({ kind: 'read', accounts: [] });
  });

  test.each([
    ['K16-kdbx2-Format200.kdbx', 'format/keepass-old'],
    ['K17-keepass1.kdb', 'format/keepass-old'],
    ['K17-encrypted-sda.maFile', 'format/steam-encrypted'],
  ] as const)('include %s, which is rejected with a specific error', async (file, code) => {
    await expect(read(`${shared}/${file}`, 'a')).rejects.toThrow(new AppError(code));
  });
});
