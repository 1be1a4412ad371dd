import { describe, expect, test } from 'vitest';
import { createImportStore } from '../../../components/stores/createImportStore';
import type { ImportFile } from '../../../components/stores/ImportState';
import { AppError } from '../../../lib/errors';
import { formatOtpUri } from '../../../lib/otp';
import { readFile, writeMigrationUris } from '../../../lib/transfer';
import { bytesOf, type Fixture, fixtures, password, samples } from './fixtures';
import { shelf } from './shelf';
import { toolsWith } from './tools';

function importInto(kept: ReturnType<typeof shelf>) {
  return createImportStore({
    vault: kept.vault,
    read: ({ name, bytes }, secret) => readFile(name, bytes, toolsWith(secret)),
  });
}

const fileOf = async (has: (fixture: Fixture) => boolean): Promise<ImportFile> => {
  const fixture = fixtures.find(has);
  if (!fixture) throw new Error('There is no such fixture');
  return { name: fixture.name, bytes: await bytesOf(fixture) };
};
const text = (content: string): ImportFile => ({
  name: '',
  bytes: new Uint8Array(Buffer.from(content)),
});
const encrypted = fileOf(
  ({ format, password: secret }) => format === 'aegis' && secret !== undefined,
);

describe('an import', () => {
  test('marks what the vault has and what only shares a name, and takes what is new', async () => {
    const { plain, steam, hotp } = samples;
    const kept = shelf([plain, { ...steam, otp: { ...steam.otp, secret: new Uint8Array(20) } }]);
    const store = importInto(kept);
    await store.open([text([plain, steam, hotp, hotp].map(formatOtpUri).join('\n'))]);
    const state = store.state.value;
    if (state.step !== 'preview') throw new Error(state.step);
    expect(state.rows.map(({ known, chosen }) => [known?.same ?? 'new', chosen])).toEqual([
      ['secret', false],
      ['names', true],
      ['new', true],
      ['new', false],
    ]);
    const { count, undo } = await store.save();
    expect({ count, transactions: kept.added }).toEqual({ count: 2, transactions: [2] });
    expect(kept.entries()).toHaveLength(4);
    await undo();
    expect(kept.entries()).toHaveLength(2);
    expect(store.state.value).toEqual({ step: 'idle' });
  });

  test('asks for a password, says that it is wrong, asks again, and writes nothing before', async () => {
    const kept = shelf();
    const store = importInto(kept);
    await store.open([await encrypted]);
    expect(store.state.value).toMatchObject({ step: 'password', app: 'Aegis', wrong: false });
    await store.givePassword('wrong');
    expect(store.state.value).toMatchObject({ step: 'password', wrong: true });
    await store.givePassword(password);
    expect(store.state.value).toMatchObject({ step: 'preview', unreadable: [] });
    expect(kept.entries()).toEqual([]);
  });

  test('an account that is left out does not get in', async () => {
    const kept = shelf();
    const store = importInto(kept);
    await store.open([text([samples.plain, samples.hotp].map(formatOtpUri).join('\n'))]);
    store.choose(0, false);
    await store.save();
    expect(kept.entries().map(({ issuer }) => issuer)).toEqual([samples.hotp.issuer]);
  });

  test('of several files one that is none costs nothing and is named', async () => {
    const store = importInto(shelf());
    await store.open([
      text(formatOtpUri(samples.plain)),
      { ...text('hello'), name: 'notes.txt' },
      text(formatOtpUri(samples.hotp)),
    ]);
    expect(store.state.value).toMatchObject({
      step: 'preview',
      rows: [{}, {}],
      unreadable: [{ name: 'notes.txt', reason: 'format/unknown' }],
    });
  });

  test('one file that is none is a failure', async () => {
    const store = importInto(shelf());
    await store.open([text('hello')]);
    expect(store.state.value).toMatchObject({
      step: 'failed',
      error: new AppError('format/unknown'),
    });
  });

  test("says how many QR codes of Google's export are missing", async () => {
    const accounts = Array.from({ length: 25 }, (_, index) => ({
      ...samples.plain,
      account: `${index}`,
      otp: { ...samples.plain.otp, secret: new Uint8Array([index + 1]) },
    }));
    const [first = '', , third = ''] = writeMigrationUris(accounts, 9);
    const store = importInto(shelf());
    await store.open([text(first), text(third)]);
    expect(store.state.value).toMatchObject({ step: 'preview', missing: 1 });
    await store.open([text(writeMigrationUris(accounts, 9).join('\n'))]);
    expect(store.state.value).toMatchObject({ step: 'preview', missing: 0 });
  });

  test('what is cancelled while it is opened ends in nothing', async () => {
    let ended: AbortSignal | undefined;
    const store = createImportStore({
      vault: shelf().vault,
      read: (_file, _password, signal) =>
        new Promise((_resolve, reject) => {
          ended = signal;
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const opening = store.open([text('x')]);
    expect(store.state.value.step).toBe('reading');
    store.cancel();
    await opening;
    expect(ended?.aborted).toBe(true);
    expect(store.state.value).toEqual({ step: 'idle' });
  });
});
