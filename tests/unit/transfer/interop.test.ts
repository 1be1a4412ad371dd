import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeBase32, makeOtp, type OtpAccount } from '../../../lib/otp';
import { readFile } from '../../../lib/transfer';
import { toolsWith } from './tools';

/**
 * Folder of files written by other apps, with one subfolder per app. The files' licenses don't allow copies in
 * this repository.
 */
const samples = process.env['INTEROP_SAMPLES'];

const account = (issuer: string, name: string, secret: string, otp: object): OtpAccount => ({
  issuer,
  account: name,
  otp: makeOtp({ secret: decodeBase32(secret), ...otp }),
});

/** The accounts that most of the files contain, by issuer. */
const known = {
  Deno: account('Deno', 'Mason', '4SJHB4GSD43FZBAI7C2HLRJGPQ', {}),
  SPDX: account('SPDX', 'James', '5OM4WOOGPLQEF6UGN3CPEOOLWU', {
    algorithm: 'SHA256',
    digits: 7,
    period: 20,
  }),
  Airbnb: account('Airbnb', 'Elijah', '7ELGJSGXNCCTV3O6LKJWYFV2RA', {
    algorithm: 'SHA512',
    digits: 8,
    period: 50,
  }),
  Issuu: account('Issuu', 'James', 'YOOMIXWS5GN6RTBPUFFWKTW5M4', { kind: 'hotp', counter: 1 }),
  'Air Canada': account('Air Canada', 'Benjamin', 'KUVJJOM753IHTNDSZVCNKL7GII', {
    kind: 'hotp',
    algorithm: 'SHA256',
    digits: 7,
    counter: 50,
  }),
  WWE: account('WWE', 'Mason', '5VAML3X35THCEBVRLV24CGBKOY', {
    kind: 'hotp',
    algorithm: 'SHA512',
    digits: 8,
    counter: 10_300,
  }),
  Boeing: account('Boeing', 'Sophia', 'JRZCL47CMXVOQMNPZR2F7J4RGI', { kind: 'steam' }),
};
type Issuer = keyof typeof known;

const six: Issuer[] = ['Deno', 'SPDX', 'Airbnb', 'Issuu', 'Air Canada', 'WWE'];
const seven: Issuer[] = [...six, 'Boeing'];
const change = (issuer: Issuer, changed: Partial<OtpAccount>, otp: object = {}): OtpAccount => ({
  ...known[issuer],
  ...changed,
  otp: makeOtp({ ...known[issuer].otp, ...otp }),
});
const totp = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 };
const sha1 = { algorithm: 'SHA1' };
const authyAccounts = [
  known.Deno,
  change('SPDX', {}, { ...sha1, period: 30 }),
  change('Airbnb', {}, { ...sha1, period: 30 }),
];
const totpAuthenticatorAccounts = [
  change('Deno', { account: 'mason' }),
  change('SPDX', { account: 'james' }, sha1),
  change('Airbnb', { account: 'elijah' }, sha1),
];
const steam = [change('Boeing', { issuer: 'Steam' })];
/**
 * The accounts of early 2FAS files, which contain neither types nor counters. The first version of 2FAS wrote no
 * parameters at all.
 */
const twoFas2 = [
  known.Deno,
  known.Airbnb,
  change('Issuu', {}, totp),
  change('WWE', {}, { kind: 'totp' }),
];

const contents: Record<string, readonly (Issuer | OtpAccount)[]> = {
  '2fas/2fas_authenticator.json': six.map((issuer) => change(issuer, {}, totp)),
  '2fas/2fas_authenticator_encrypted.2fas': twoFas2,
  '2fas/2fas_authenticator_encrypted_v3.2fas': six,
  '2fas/2fas_authenticator_encrypted_v4.2fas': ['Deno', 'Issuu', 'Air Canada', 'WWE', 'Boeing'],
  '2fas/2fas_authenticator_plain.2fas': twoFas2,
  '2fas/2fas_authenticator_plain_v3.2fas': six,
  '2fas/2fas_authenticator_plain_v4.2fas': ['Deno', 'Issuu', 'Air Canada', 'WWE', 'Boeing'],
  'aegis/aegis_encrypted.json': seven,
  'aegis/aegis_plain.json': seven,
  'aegis/aegis_plain_grouped_v2.json': seven,
  'andotp/andotp_encrypted.bin': seven,
  'andotp/andotp_encrypted_old.bin': six,
  'andotp/andotp_plain.json': seven,
  'authenticator-plus/authenticator_plus.zip': seven,
  'authy/authy_encrypted.xml': authyAccounts,
  'authy/authy_plain.xml': authyAccounts,
  'battlenet/battle_net_authenticator.xml': [
    account('Battle.net', 'US-2211-2050-3346', 'BMGRXPGFARQQF4GMT25JATL2VYLAHDBI', { digits: 8 }),
  ],
  'bitwarden/bitwarden.csv': [
    'Deno',
    'SPDX',
    'Airbnb',
    change('Boeing', { issuer: 'Test 4', account: '' }),
  ],
  'bitwarden/bitwarden.json': [
    'Deno',
    'SPDX',
    'Airbnb',
    change('Boeing', { issuer: 'Test Steam', account: '' }),
  ],
  'duo/duo.json': [change('Deno', { issuer: '' }), change('Issuu', { issuer: '' }, { counter: 3 })],
  'ente/ente_auth.txt': seven,
  'freeotp/freeotp.xml': ['WWE', 'Airbnb', 'Deno', 'Issuu'],
  'freeotp/freeotp_v2_api23.xml': six,
  'freeotp/freeotp_v2_api25.xml': six,
  'freeotp/freeotp_v2_api27.xml': six,
  'freeotp/freeotp_v2_api34.xml': six,
  'freeotp/freeotp_v2_null_algo.xml': ['Deno'],
  'freeotp-plus/freeotp_plus.json': six,
  'freeotp-plus/freeotp_plus_internal.xml': six,
  'plain/plain.txt': seven,
  'proton/proton_authenticator.json': ['Deno', 'SPDX', 'Airbnb'],
  'steam/steam.json': steam,
  'steam/steam_old.json': steam,
  'stratum/stratum_encrypted.bin': seven,
  'stratum/stratum_encrypted_legacy.bin': seven,
  'stratum/stratum_plain.json': seven,
  'totp-authenticator/totp_authenticator.bin': totpAuthenticatorAccounts,
  'totp-authenticator/totp_authenticator_internal.xml': totpAuthenticatorAccounts,
};
const passwords: Record<string, string> = {
  'authenticator-plus': 'testtesttest',
  authy: 'testtest',
  'totp-authenticator': 'Testtest1',
};

const byIssuer = (accounts: readonly OtpAccount[]) =>
  accounts
    .map(({ issuer, account: name, otp }) => ({ issuer, account: name, otp }))
    .toSorted((a, b) => a.issuer.localeCompare(b.issuer) || a.account.localeCompare(b.account));

async function readSample(path: string) {
  const bytes = new Uint8Array(readFileSync(join(samples ?? '', path)));
  const first = await readFile(path, bytes, toolsWith(null));
  if (first.kind === 'read') return first;
  const password = passwords[path.split('/')[0] ?? ''] ?? 'test';
  const second = await readFile(path, bytes, toolsWith(password));
  if (second.kind !== 'read') throw new Error('asked for a password twice');
  return second;
}

describe.skipIf(!samples)('files of other apps (INTEROP_SAMPLES names their folder)', () => {
  test.each(Object.entries(contents))(
    '%s is read with all its accounts',
    async (path, expected) => {
      const { accounts, unreadable } = await readSample(path);
      expect(unreadable).toEqual([]);
      const wanted = expected.map((each) => (typeof each === 'string' ? known[each] : each));
      expect(byIssuer(accounts)).toEqual(byIssuer(wanted));
    },
  );

  test('google-authenticator/GoogleAuthenticatorExport_1.png is read with the ten accounts of its QR code', async () => {
    const path = 'google-authenticator/GoogleAuthenticatorExport_1.png';
    const { accounts, unreadable, batches } = await readSample(path);
    expect(unreadable).toEqual([]);
    expect(batches).toHaveLength(1);
    expect(accounts.map(({ account: name }) => name).toSorted()).toEqual(
      [0, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((index) => `new${index}`).toSorted(),
    );
  });

  test('all have an expected result', () => {
    const files = readdirSync(samples ?? '', { recursive: true, encoding: 'utf8' });
    const held = files.filter((file) => file.includes('/')).toSorted();
    expect(held).toEqual(
      [...Object.keys(contents), 'google-authenticator/GoogleAuthenticatorExport_1.png'].toSorted(),
    );
  });
});
