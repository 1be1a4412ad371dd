import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import { createImportStore } from '../../../components/stores/createImportStore';
import type { ImportFile } from '../../../components/stores/ImportState';
import { AppError } from '../../../lib/errors';
import { codeAt, formatOtpUri, makeOtp, needsPin } from '../../../lib/otp';
import {
  type ColumnMapping,
  columnsOf,
  readFile,
  readTable,
  writeMigrationUris,
} from '../../../lib/transfer';
import { bytesOf, type Fixture, fixtures, password, samples } from './fixtures';
import { shelf } from '../../support/shelf';
import { toolsWith } from './tools';

const uri = (name: string, more = '') =>
  `otpauth://totp/${name}?secret=JBSWY3DPEHPK3PXP&issuer=One${more}`;

/** Packs texts by their names. */
const zip = async (members: Readonly<Record<string, string>>) => {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, content] of Object.entries(members))
    await writer.add(name, new TextReader(content));
  return { name: 'all.zip', bytes: new Uint8Array(await writer.close()) };
};

/** Remembers mappings like the stored state. */
function memory(held = new Map<string, ColumnMapping>()) {
  return {
    columnsOf,
    readTable,
    find: (columns: readonly string[]) => Promise.resolve(held.get(columns.join()) ?? null),
    remember: (columns: readonly string[], mapping: ColumnMapping) => {
      held.set(columns.join(), mapping);
      return Promise.resolve();
    },
  };
}

function importInto(kept: Pick<Awaited<ReturnType<typeof shelf>>, 'vault'>, columns = memory()) {
  return createImportStore({
    vault: kept.vault,
    pins: { needsPin, makeOtp },
    columns,
    read: ({ name, bytes }, key) =>
      readFile(name, bytes, { ...toolsWith(key.password), keyFile: key.keyFile }),
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

/** An account of the vault with its own key. */
const old = (issuer: string, account: string, byte: number) => ({
  issuer,
  account,
  otp: makeOtp({ secret: new Uint8Array(20).fill(byte) }),
  pinned: true,
  note: 'ours',
});

describe('an import', () => {
  test('preselects new accounts and marks known ones and those with a known name', async () => {
    const { plain, steam, hotp } = samples;
    const kept = await shelf([
      plain,
      { ...steam, otp: { ...steam.otp, secret: new Uint8Array(20) } },
    ]);
    const store = importInto(kept);
    await store.open([text([plain, steam, hotp, hotp].map(formatOtpUri).join('\n'))]);
    const state = store.state.value;
    if (state.step !== 'preview') throw new Error(state.step);
    expect(state.rows.map(({ known, choice }) => [known?.same ?? 'new', choice])).toEqual([
      ['secret', 'skip'],
      ['names', 'add'],
      ['new', 'add'],
      ['new', 'skip'],
    ]);
    const { count, undo } = await store.save();
    expect(count).toBe(2);
    expect(await kept.entries()).toHaveLength(4);
    await undo();
    expect(await kept.entries()).toHaveLength(2);
    expect(store.state.value).toEqual({ step: 'idle' });
  });

  test('a known secret under other names is a duplicate, with other settings a conflict', async () => {
    const { plain, hotp } = samples;
    const kept = await shelf([{ ...plain, issuer: 'Renamed', account: 'by me' }, hotp]);
    const store = importInto(kept);
    const later = { ...hotp, otp: { ...hotp.otp, counter: 9 } };
    await store.open([text([plain, later].map(formatOtpUri).join('\n'))]);
    expect(store.state.value).toMatchObject({
      rows: [
        { known: { same: 'secret', issuer: 'Renamed' }, choice: 'skip' },
        { known: { same: 'settings' }, choice: 'skip' },
      ],
    });
  });

  test('imports despite a damaged entry or a locked vault', async () => {
    const { plain, steam } = samples;
    const { vault } = await shelf([plain, steam]);
    const [damaged] = await vault.list();
    const broken = {
      ...vault,
      getMany: (ids: readonly string[]) =>
        ids.includes(damaged?.id ?? '')
          ? Promise.reject(new AppError('vault/tampered'))
          : vault.getMany(ids),
    };
    const store = importInto({ vault: broken });
    await store.open([text([plain, steam].map(formatOtpUri).join('\n'))]);
    expect(store.state.value).toMatchObject({
      rows: [{ known: { same: 'names' } }, { known: { same: 'secret' } }],
    });
    await vault.lock();
    await store.open([text(formatOtpUri(plain))]);
    expect(store.state.value).toMatchObject({ step: 'failed', error: { code: 'vault/locked' } });
  });

  test('replacing an entry changes its secret and settings only, and can be undone', async () => {
    const { plain, sha256, steam } = samples;
    const kept = await shelf([
      old(plain.issuer, plain.account, 1),
      old(sha256.issuer, sha256.account, 2),
    ]);
    const before = await kept.entries();
    const [first] = before;
    await kept.vault.update(first?.id ?? '', () => ({ useCount: 5 }));
    const store = importInto(kept);
    await store.open([text([plain, sha256, steam].map(formatOtpUri).join('\n'))]);
    store.chooseConflicts('replace');
    const { count, undo } = await store.save();
    expect(count).toBe(3);
    const after = await kept.entries();
    expect(after).toMatchObject([
      { id: first?.id, otp: plain.otp, pinned: true, note: 'ours', useCount: 5 },
      { id: before[1]?.id, otp: sha256.otp, pinned: true, note: 'ours' },
      { issuer: 'Steam', otp: steam.otp },
    ]);
    await undo();
    expect((await kept.entries()).map(({ id, otp }) => ({ id, otp }))).toEqual(
      before.map(({ id, otp }) => ({ id, otp })),
    );
    expect(await kept.vault.trash.list()).toMatchObject([{ issuer: 'Steam' }]);
  });

  test('if two accounts replace one entry, the second is added', async () => {
    const { plain } = samples;
    const secrets = [1, 2, 3].map((byte) => new Uint8Array(20).fill(byte));
    const [ours, ...theirs] = secrets.map((secret) => ({ ...plain, otp: makeOtp({ secret }) }));
    const kept = await shelf(ours && [ours]);
    const store = importInto(kept);
    await store.open([text(theirs.map(formatOtpUri).join('\n'))]);
    store.chooseConflicts('replace');
    await store.save();
    expect((await kept.entries()).map(({ otp }) => otp.secret)).toEqual(secrets.slice(1));
  });

  test('skips an account without its PIN until the PIN is entered', async () => {
    const { motp, yandex } = samples;
    const kept = await shelf();
    const store = importInto(kept);
    const uris = [motp, yandex].map((each) => formatOtpUri(each).replace(/&pin=\w+/, ''));
    await store.open([text(uris.join('\n'))]);
    expect(store.state.value).toMatchObject({ rows: [{ asksPin: true }, { asksPin: true }] });
    store.setPin(0, '12 34');
    store.setPin(1, ' 7586 ');
    expect(await store.save()).toMatchObject({ count: 1 });
    expect((await kept.entries()).map(({ otp }) => codeAt(otp, 1_581_064_020_000))).toEqual([
      'oactmacq',
    ]);
  });

  test('asks for the password again if it is wrong and writes nothing before', async () => {
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

  test('does not import an unchecked account', async () => {
    const kept = await shelf();
    const store = importInto(kept);
    await store.open([text([samples.plain, samples.hotp].map(formatOtpUri).join('\n'))]);
    store.choose(0, 'skip');
    await store.save();
    expect((await kept.entries()).map(({ issuer }) => issuer)).toEqual([samples.hotp.issuer]);
  });

  test('reports a file that is not an export and imports the others', async () => {
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

  test('fails when the only file is not an export', async () => {
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

  test('asks for the columns of an unknown table, and remembers them', async () => {
    const table = text('Wo;Wer;Was\nOne;a;JBSWY3DPEHPK3PXP\nTwo;b;KRSXG5CTMVRXEZL1');
    const columns = memory();
    const store = importInto(await shelf(), columns);
    await store.open([table]);
    expect(store.state.value).toMatchObject({ step: 'columns', canSkip: false });
    store.columns.use('secret', 2);
    store.columns.use('issuer', 0);
    store.columns.use('account', 1);
    expect(store.state.value).toMatchObject({ read: 1, unreadable: 1 });
    await store.columns.confirm();
    expect(store.state.value).toMatchObject({
      step: 'preview',
      rows: [{ account: { issuer: 'One', account: 'a' }, choice: 'add' }],
      unreadable: [{ name: 'Two', reason: 'otp/bad-secret' }],
    });
    const again = importInto(await shelf(), columns);
    await again.open([table]);
    expect(again.state.value).toMatchObject({
      step: 'columns',
      mapping: { secret: 2, issuer: 0, account: 1 },
    });
  });

  test('asks for the columns of a table inside an archive, beside what is known in it', async () => {
    const unknown = 'Wo;Wer;Was\nOne;a;JBSWY3DPEHPK3PXP\nTwo;b;KRSXG5CTMVRXEZLU';
    const alone = importInto(await shelf());
    await alone.open([await zip({ 'table.csv': unknown })]);
    expect(alone.state.value).toMatchObject({ step: 'columns', name: 'table.csv', canSkip: false });

    const store = importInto(await shelf());
    await store.open([await zip({ 'table.csv': unknown, 'links.txt': uri('known') })]);
    expect(store.state.value).toMatchObject({ step: 'columns', name: 'table.csv', canSkip: true });
    store.columns.use('secret', 2);
    await store.columns.confirm();
    expect(store.state.value).toMatchObject({ step: 'preview', rows: [{}, {}, {}] });
  });

  test('never stores the values of a table without a header as its columns', async () => {
    const held = new Map<string, ColumnMapping>();
    const store = importInto(await shelf(), memory(held));
    await store.open([text('One;JBSWY3DPEHPK3PXP;a\nTwo;KRSXG5CTMVRXEZLU;b')]);
    expect(store.state.value).toMatchObject({ step: 'columns', table: { hasHeader: false } });
    store.columns.use('secret', 1);
    await store.columns.confirm();
    expect(store.state.value).toMatchObject({ step: 'preview', rows: [{}, {}] });
    expect(held.size).toBe(0);
  });

  test('selects accounts that share a secret under different names in one file', async () => {
    const list = [uri('a'), uri('b'), uri('a'), uri('c', '&algorithm=SHA256')].join('\n');
    const store = importInto(await shelf());
    await store.open([text(list)]);
    expect(store.state.value).toMatchObject({
      rows: [
        { choice: 'add', repeats: null },
        { choice: 'add', repeats: null },
        { choice: 'skip', repeats: 'One' },
        { choice: 'add', repeats: null },
      ],
    });
  });

  test('reports that an account of a second file repeats the first one', async () => {
    const store = importInto(await shelf());
    await store.open([text(uri('a')), text(uri('other'))]);
    expect(store.state.value).toMatchObject({
      rows: [{ choice: 'add' }, { choice: 'skip', repeats: 'One' }],
    });
  });
});
