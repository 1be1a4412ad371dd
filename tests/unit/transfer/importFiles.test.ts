import { describe, expect, test } from 'vitest';
import { createImportStore } from '../../../components/stores/createImportStore';
import type { ImportFile } from '../../../components/stores/ImportState';
import { AppError } from '../../../lib/errors';
import { formatOtpUri, makeOtp, needsPin } from '../../../lib/otp';
import { writeMigrationUris } from '../../../lib/transfer';
import { shelf } from '../../support/shelf';
import { bytesOf, type Fixture, fixtures, password, samples } from './fixtures';
import { importInto, memory, text } from './importInto';

const fileOf = async (has: (fixture: Fixture) => boolean): Promise<ImportFile> => {
  const fixture = fixtures.find(has);
  if (!fixture) throw new Error('There is no such fixture');
  return { name: fixture.name, bytes: await bytesOf(fixture) };
};
const encrypted = fileOf(
  ({ format, password: secret }) => format === 'aegis' && secret !== undefined,
);

describe('an import', () => {
  test('asks again after a wrong password and writes nothing before the right password', async () => {
    const kept = await shelf();
    const store = importInto(kept);
    await store.open([await encrypted]);
    expect(store.state.value).toMatchObject({ step: 'password', app: 'Aegis', wrong: false });
    await store.givePassword('wrong');
    expect(store.state.value).toMatchObject({ step: 'password', wrong: true });
    await store.givePassword(password);
    expect(store.state.value).toMatchObject({ step: 'preview', unreadable: [] });
    expect(await kept.entries()).toEqual([]);
  });

  test('skips a file whose password is unknown', async () => {
    const store = importInto(await shelf());
    await store.open([await encrypted]);
    expect(store.state.value).toMatchObject({ step: 'password', canSkip: false });
    await store.open([await encrypted, text(formatOtpUri(samples.plain))]);
    expect(store.state.value).toMatchObject({ step: 'password', canSkip: true });
    await store.skipFile();
    expect(store.state.value).toMatchObject({ step: 'preview', rows: [{}], unreadable: [] });
  });

  test("reports a file that isn't an export and imports the others", async () => {
    const store = importInto(await shelf());
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

  test("fails if the only file isn't an export", async () => {
    const store = importInto(await shelf());
    await store.open([text('hello')]);
    expect(store.state.value).toMatchObject({
      step: 'failed',
      error: new AppError('format/unknown'),
    });
  });

  test('offers to restore a Tessera backup', async () => {
    const store = importInto(await shelf());
    const backup = { ...text('TESSERAB\u0001\u0001'), name: 'tessera-2026-01-31-0930.tessera' };
    await store.open([backup]);
    expect(store.state.value).toEqual({ step: 'backup', file: backup });
    await store.open([backup, text(formatOtpUri(samples.plain))]);
    expect(store.state.value).toMatchObject({
      rows: [{}],
      unreadable: [{ name: backup.name, reason: 'format/own-backup' }],
    });
  });

  test('counts the missing QR codes of a Google export', async () => {
    const accounts = Array.from({ length: 25 }, (_, index) => ({
      ...samples.plain,
      account: `${index}`,
      otp: { ...samples.plain.otp, secret: new Uint8Array([index + 1]) },
    }));
    const [first = '', , third = ''] = writeMigrationUris(accounts, 9);
    const store = importInto(await shelf());
    await store.open([text(first), text(third)]);
    expect(store.state.value).toMatchObject({ step: 'preview', missing: 1 });
    await store.open([text(writeMigrationUris(accounts, 9).join('\n'))]);
    expect(store.state.value).toMatchObject({ step: 'preview', missing: 0 });
  });

  test('discards the result of a canceled import', async () => {
    let ended: AbortSignal | undefined;
    const store = createImportStore({
      ...(await shelf()),
      pins: { needsPin, makeOtp },
      columns: memory(),
      read: (_file, _password, { signal, onEstimate }) =>
        new Promise((_resolve, reject) => {
          ended = signal;
          onEstimate(4_000);
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const opening = store.open([text('x')]);
    expect(store.state.value).toMatchObject({ step: 'reading', estimate: 4_000 });
    store.cancel();
    await opening;
    expect(ended?.aborted).toBe(true);
    expect(store.state.value).toEqual({ step: 'idle' });
  });
});
