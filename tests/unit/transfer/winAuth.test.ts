import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { AppError } from '../../../lib/errors';
import { readFile } from '../../../lib/transfer';
import { openBlowfishEcb } from '../../../lib/transfer/blowfish';
import { toolsWith } from './tools';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

// Eric Young's test vectors for Blowfish, each followed by a block of padding.
test.each([
  ['0123456789ABCDEF', '1111111111111111', '61F9C3802281B096FD4590C8E4BB88CC'],
  ['FEDCBA9876543210', '0123456789ABCDEF', '0ACEAB0FC6A0A28D559CE0648C2EDADC'],
  ['1111111111111111', '1111111111111111', '2466DD878B963C9D7239148F77711F21'],
  [
    'F0E1D2C3B4A5968778695A4B3C2D1E0F0011223344556677',
    'FEDCBA9876543210',
    '05044B62FA52D0805D61410FE51F1A0D',
  ],
])('Blowfish decrypts the test vector for the key %s', (key, plain, sealed) => {
  expect(openBlowfishEcb({ key: hex(key), sealed: hex(sealed) })).toEqual(hex(plain));
});

const xml = readFileSync('tests/vectors/transfer/winAuth.xml', 'utf8');
const read = async (text: string, password: string | null = null) =>
  readFile('winauth.xml', new TextEncoder().encode(text), toolsWith(password));

test('imports the other accounts of a WinAuth file if an account can be opened only on its own computer', async () => {
  const bound = xml.replace(
    /<authenticatordata>.*?<\/authenticatordata>/s,
    '<authenticatordata encrypted="u">0102</authenticatordata>',
  );
  expect(await read(bound)).toMatchObject({
    kind: 'read',
    accounts: [{ issuer: 'Air Canada' }, { issuer: 'Bank: Savings' }, { issuer: 'Steam' }],
    unreadable: [{ name: 'GitHub (ada@example.com)', reason: 'format/windows-protected' }],
  });
});

test.each(['u', 'm', 'yu', 'ym', 'a'])(
  'rejects a WinAuth file protected by "%s" as bound to its computer, without asking for a password',
  async (kinds) => {
    const sealed = `<WinAuth version="3.6"><data encrypted="${kinds}">0102</data></WinAuth>`;
    await expect(read(sealed)).rejects.toThrow(new AppError('format/windows-protected'));
  },
);

test.each([
  ['an unknown hash', '\tSHA1\t', '\tMD5\t', 'otp/unknown-algorithm'],
  ['an empty counter', '|7<', '|<', 'otp/bad-counter'],
  ['a key that is not hexadecimal', '3132', '31zz', 'otp/bad-hex'],
])('reports a row of a WinAuth file with %s as unreadable', async (_, from, to, reason) => {
  const result = await read(xml.replace(from, to));
  expect(result).toMatchObject({ kind: 'read', unreadable: [{ reason }] });
});
