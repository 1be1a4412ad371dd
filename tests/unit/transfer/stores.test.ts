import { describe, expect, test } from 'vitest';
import { createExportStore } from '../../../components/stores/createExportStore';
import { createImportStore } from '../../../components/stores/createImportStore';
import type { ImportFile } from '../../../components/stores/ImportState';
import { inProcessDerive, systemRandom } from '../../../lib/crypto';
import { AppError } from '../../../lib/errors';
import { formatOtpUri } from '../../../lib/otp';
import { fitsMigration, readFile, writeFile, writeMigrationUris } from '../../../lib/transfer';
import type { Entry, EntryDraft } from '../../../lib/vault';
import { bytesOf, type Fixture, fixtures, password, samples } from './fixtures';
import { toolsWith } from './tools';

/** A vault that only keeps what it is given, in order. */
function shelf(drafts: readonly EntryDraft[] = []) {
  let entries: Entry[] = [];
  const added: number[] = [];
  const put = (draft: EntryDraft): string => {
    const id = `id ${entries.length}`;
    const entry: Entry = {
      backupCodes: [],
      tags: [],
      note: '',
      pinned: false,
      hosts: [],
      icon: '',
      ...draft,
      id,
      position: entries.length,
      createdAt: 0,
      updatedAt: 0,
      usedAt: null,
      useCount: 0,
      deletedAt: null,
    };
    entries.push(entry);
    return id;
  };
  for (const draft of drafts) put(draft);
  return {
    entries: () => entries,
    added,
    vault: {
      list: () =>
        Promise.resolve(
          entries.map((entry) => ({ ...entry, backupCodesLeft: 0, backupCodesTotal: 0 })),
        ),
      get: (id: string) => {
        const entry = entries.find((each) => each.id === id);
        return entry ? Promise.resolve(entry) : Promise.reject(new AppError('vault/no-entry'));
      },
      add: (given: readonly EntryDraft[]) => {
        added.push(given.length);
        return Promise.resolve(given.map(put));
      },
      remove: (ids: readonly string[]) => {
        entries = entries.filter(({ id }) => !ids.includes(id));
        return Promise.resolve();
      },
    },
  };
}

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

function exportOf(drafts: readonly EntryDraft[]) {
  const files: { name: string; text: string }[] = [];
  const reads: string[] = [];
  const kept = shelf(drafts);
  const store = createExportStore({
    hasPassphrase: () => Promise.resolve(true),
    check: (passphrase) =>
      passphrase === 'right'
        ? Promise.resolve()
        : Promise.reject(new AppError('vault/wrong-passphrase')),
    entries: () => {
      reads.push('entries');
      return Promise.resolve(kept.entries());
    },
    write: (format, entries, secret) =>
      writeFile(format, entries, {
        password: secret,
        derive: inProcessDerive,
        random: systemRandom,
        now: 0,
      }),
    migrationUris: (entries) =>
      Promise.resolve({
        uris: writeMigrationUris(entries, 1),
        left: entries.filter((entry) => !fitsMigration(entry)),
      }),
    formatUri: formatOtpUri,
    saveFile: (name, content) => files.push({ name, text: content }),
  });
  return { store, files, reads };
}

describe('an export', () => {
  const all = Object.values(samples);

  test('reads no account before the passphrase is right', async () => {
    const { store, files, reads } = exportOf(all);
    await expect(store.run('otpauthList', 'wrong', '')).rejects.toThrow('vault/wrong-passphrase');
    expect({ files, reads, made: store.made.value }).toEqual({ files: [], reads: [], made: null });
  });

  test('names what the other app cannot keep', async () => {
    const { store, files } = exportOf(all);
    await store.run('bitwarden', 'right', '');
    expect(store.made.value).toMatchObject({
      kind: 'file',
      count: 4,
      left: [samples.hotp, samples.motp, samples.yandex].map(({ issuer }) => ({ issuer })),
    });
    expect(files).toHaveLength(1);
    await store.run('google', 'right', '');
    expect(store.made.value).toMatchObject({ kind: 'codes', count: 3, uris: [{}] });
  });

  test('an encrypted file opens with its own password and holds no name', async () => {
    const { store, files } = exportOf(all);
    await store.run('aegisEncrypted', 'right', 'of the file');
    const [file = { name: '', text: '' }] = files;
    expect(file.text).not.toContain(samples.plain.issuer);
    const bytes = new Uint8Array(Buffer.from(file.text));
    expect(await readFile(file.name, bytes, toolsWith('of the file'))).toMatchObject({
      accounts: all.map(({ issuer }) => ({ issuer })),
    });
  });

  test('a sheet is forgotten when it is put away', async () => {
    const { store } = exportOf([samples.plain]);
    await store.run('print', 'right', '');
    expect(store.made.value).toMatchObject({ kind: 'sheet', rows: [{ issuer: 'GitHub' }] });
    store.forget();
    expect(store.made.value).toBeNull();
  });
});
