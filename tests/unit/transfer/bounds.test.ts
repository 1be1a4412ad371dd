import { describe, expect, test } from 'vitest';
import type { Derivation, Derive } from '../../../lib/crypto';
import { AppError } from '../../../lib/errors';
import { readFile, type ReadTools } from '../../../lib/transfer';
import { bytesOf, fixtures } from './fixtures';
import { archive } from './fixtures/archives';

const nothingDerived: Derive = () => Promise.reject(new Error('must not be reached'));
const memoryMissing: Derive = () => Promise.reject(new RangeError('Out of memory'));
const tools = (derive: Derive): ReadTools => ({
  password: 'x',
  derive,
  readQr: () => Promise.resolve([]),
});

async function codeOf(act: () => Promise<unknown>): Promise<unknown> {
  try {
    await act();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
}

/** Returns the JSON of a fixture after replacing some of its text. */
async function changed(format: string, variant: RegExp, ...changes: [RegExp, string][]) {
  const fixture = fixtures.find((each) => each.format === format && variant.test(each.variant));
  if (!fixture) throw new Error(`There is no ${format}`);
  const text = new TextDecoder().decode(await bytesOf(fixture));
  const after = changes.reduce((made, [from, to]) => made.replace(from, to), text);
  expect(after).not.toBe(text);
  return new Uint8Array(Buffer.from(after));
}

describe('limits on the cost that a file can demand', () => {
  test.each<[string, string, RegExp, [RegExp, string][]]>([
    ['scrypt N', 'aegis', /encrypted/, [[/"n":1024/g, '"n":2097152']]],
    ['scrypt memory', 'aegis', /encrypted/, [[/"n":1024,"r":8/g, '"n":1048576,"r":16']]],
    ['scrypt p', 'aegis', /encrypted/, [[/"p":1/g, '"p":17']]],
    ['Argon2 memory', 'ente', /encrypted/, [[/"memLimit":65536/, '"memLimit":1073742848']]],
    ['Argon2 passes', 'ente', /encrypted/, [[/"opsLimit":2/, '"opsLimit":33']]],
    ['PBKDF2', 'bitwarden', /PBKDF2/, [[/"kdfIterations":5000/, '"kdfIterations":10000001']]],
    ['Argon2 lanes', 'bitwarden', /Argon2/, [[/Parallelism":2/, 'Parallelism":17']]],
  ])('apply to %s', async (_, format, variant, changes) => {
    const bytes = await changed(format, variant, ...changes);
    expect(await codeOf(() => readFile('', bytes, tools(nothingDerived)))).toBe(
      'format/cost-too-high',
    );
  });

  test.each<[string, string, RegExp, [RegExp, string][]]>([
    ['a scrypt N that is not a power of two', 'aegis', /encrypted/, [[/"n":1024/g, '"n":1025']]],
    ['zero Argon2 passes', 'ente', /encrypted/, [[/"opsLimit":2/, '"opsLimit":0']]],
    [
      'half a PBKDF2 iteration',
      'bitwarden',
      /PBKDF2/,
      [[/"kdfIterations":5000/, '"kdfIterations":0.5']],
    ],
    [
      'a text instead of the number of iterations',
      'bitwarden',
      /PBKDF2/,
      [[/"kdfIterations":5000/, '"kdfIterations":"5000"']],
    ],
  ])('reject %s as damaged', async (_, format, variant, changes) => {
    const bytes = await changed(format, variant, ...changes);
    expect(await codeOf(() => readFile('', bytes, tools(nothingDerived)))).toBe('format/damaged');
  });

  test('reject a KeePass file with too many AES rounds', async () => {
    const fixture = fixtures.find(({ variant }) => variant === 'KDBX 3, Aes');
    if (!fixture) throw new Error('There is no KDBX 3');
    const bytes = await bytesOf(fixture);
    const view = new DataView(bytes.buffer);
    let at = 12;
    while (view.getUint8(at) !== 6) at += 3 + view.getUint16(at + 1, true);
    view.setBigUint64(at + 3, 2n ** 40n, true);
    expect(await codeOf(() => readFile('', bytes, tools(nothingDerived)))).toBe(
      'format/cost-too-high',
    );
  });

  test("reject a derivation whose memory can't be allocated", async () => {
    const fixture = fixtures.find(({ format }) => format === 'ente');
    if (!fixture) throw new Error('There is no such file');
    const bytes = await bytesOf(fixture);
    expect(await codeOf(() => readFile('', bytes, tools(memoryMissing)))).toBe(
      'format/cost-too-high',
    );
  });

  test('reject an archive whose files unpack to more than 64 MiB together', async () => {
    const zeros = new Uint8Array(33 * 1024 * 1024);
    const bytes = await archive({ 'a.txt': zeros, 'b.txt': zeros });
    expect(await codeOf(() => readFile('', bytes, tools(nothingDerived)))).toBe('format/too-large');
  });

  test('reject an archive that unpacks to more than its header declares', async () => {
    const bytes = await archive({ 'a.txt': new Uint8Array(65 * 1024 * 1024) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 28; at++)
      if (view.getUint32(at) === 0x504b0102) view.setUint32(at + 24, 9, true);
    expect(await codeOf(() => readFile('', bytes, tools(nothingDerived)))).toBe('format/damaged');
  });

  test('reject files of more than 64 MiB', async () => {
    const bytes = new Uint8Array(64 * 1024 * 1024 + 1);
    expect(await codeOf(() => readFile('', bytes, tools(nothingDerived)))).toBe('format/too-large');
  });
});

describe('a key derivation for an import', () => {
  test.each([
    ['aegis', { kind: 'scrypt', cost: 1024, blockSize: 8, lanes: 1 }],
    ['ente', { kind: 'argon2id', memory: 64, passes: 2, lanes: 1 }],
    ['twoFas', { kind: 'pbkdf2', hash: 'SHA-256', iterations: 10_000, length: 32 }],
  ])('in a file of %s is plain data that can be sent to a worker', async (format, expected) => {
    const fixture = fixtures.find((each) => each.format === format && each.password !== undefined);
    if (!fixture) throw new Error('There is no such file');
    const seen: Derivation[] = [];
    const bytes = await bytesOf(fixture);
    await codeOf(() =>
      readFile('', bytes, {
        ...tools((task) => {
          seen.push(structuredClone(task));
          return Promise.resolve(new Uint8Array(32));
        }),
      }),
    );
    expect(seen[0]).toMatchObject(expected);
  });
});

describe('reading other files', () => {
  test.each([
    ['format/unknown', ''],
    ['format/unknown', 'hello world'],
    ['format/unknown', '{}'],
    ['format/unknown', '[]'],
    ['format/cut-off', '{"x": 1'],
    ['format/unknown', '<html><body>nothing</body></html>'],
    ['format/unknown', 'name,password\na,b'],
    ['format/account-restricted', '{"encrypted": true, "passwordProtected": false, "data": "x"}'],
    ['format/openpgp', '-----BEGIN PGP MESSAGE-----\nx'],
    ['format/database', 'SQLite format 3\0and so on'],
    ['format/own-backup', 'TESSERAB\u0001\u0001'],
    ['format/too-new', '{"version": 2, "header": {}, "db": {}}'],
    ['format/too-new', '{"version": 1, "header": {}, "db": {"version": 4}}'],
    ['format/too-new', '{"schemaVersion": 5, "services": []}'],
  ])('throws %s for %j', async (code, text) => {
    const bytes = new Uint8Array(Buffer.from(text));
    expect(await codeOf(() => readFile('', bytes, tools(nothingDerived)))).toBe(code);
  });

  test('recognizes an OpenPGP file by its name and a Tessera backup by its first bytes', async () => {
    const noise = new Uint8Array(512).map((_, at) => (at * 197 + 131) % 256);
    expect(await codeOf(() => readFile('otp.json.gpg', noise, tools(nothingDerived)))).toBe(
      'format/openpgp',
    );
    const packed = await archive({ 'Proton Pass/data.pgp': noise });
    expect(await codeOf(() => readFile('export.zip', packed, tools(nothingDerived)))).toBe(
      'format/openpgp',
    );
    const backup = new Uint8Array([...Buffer.from('TESSERAB'), ...noise]);
    expect(await codeOf(() => readFile('x.tessera', backup, tools(nothingDerived)))).toBe(
      'format/own-backup',
    );
  });

  test('reports an unreadable row with its reason and reads the others', async () => {
    const lines = [
      'otpauth://totp/Good:me?secret=ABCDEFGH',
      'a line that is no address',
      'otpauth://totp/Bad:me?secret=ABCDEFG1',
      'otpauth://totp/Odd:me?secret=ABCDEFGH&algorithm=SHA3',
      'otpauth-migration://offline?data=!',
    ];
    const bytes = new Uint8Array(Buffer.from(lines.join('\n')));
    expect(await readFile('', bytes, tools(nothingDerived))).toMatchObject({
      accounts: [{ issuer: 'Good' }],
      unreadable: [
        { name: 'Bad:me', reason: 'otp/bad-secret' },
        { name: 'Odd:me', reason: 'otp/unknown-algorithm', facts: { algorithm: 'SHA3' } },
        { name: '#4', reason: 'format/damaged' },
      ],
      notes: [{ code: 'lines-ignored', facts: { count: 1 } }],
    });
  });
});
