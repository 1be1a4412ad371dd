import { describe, expect, test } from 'vitest';
import { createExportStore } from '../../../components/stores/createExportStore';
import { inProcessDerive, systemRandom } from '../../../lib/crypto';
import { AppError } from '../../../lib/errors';
import { formatOtpUri } from '../../../lib/otp';
import { fitsMigration, readFile, writeFile, writeMigrationUris } from '../../../lib/transfer';
import type { EntryDraft } from '../../../lib/vault';
import { samples } from './fixtures';
import { shelf } from '../../support/shelf';
import { toolsWith } from './tools';

async function exportOf(drafts: readonly EntryDraft[]) {
  const files: { name: string; text: string }[] = [];
  const reads: string[] = [];
  const kept = await shelf(drafts);
  const store = createExportStore({
    hasPassphrase: () => Promise.resolve(true),
    verifyPassphrase: (passphrase) =>
      passphrase === 'right'
        ? Promise.resolve()
        : Promise.reject(new AppError('vault/wrong-passphrase')),
    entries: () => {
      reads.push('entries');
      return kept.entries();
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

  test('reads no entry before the passphrase is verified', async () => {
    const { store, files, reads } = await exportOf(all);
    await expect(store.run('otpauthList', 'wrong', '')).rejects.toThrow('vault/wrong-passphrase');
    expect({ files, reads, made: store.made.value }).toEqual({ files: [], reads: [], made: null });
  });

  test("names the accounts that the chosen app doesn't support", async () => {
    const { store, files } = await exportOf(all);
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

  test('writes an encrypted file that opens with its password and contains no names', async () => {
    const { store, files } = await exportOf(all);
    await store.run('aegisEncrypted', 'right', 'of the file');
    const [file = { name: '', text: '' }] = files;
    expect(file.text).not.toContain(samples.plain.issuer);
    const bytes = new Uint8Array(Buffer.from(file.text));
    expect(await readFile(file.name, bytes, toolsWith('of the file'))).toMatchObject({
      accounts: all.map(({ issuer }) => ({ issuer })),
    });
  });

  test('forgets a print sheet when the sheet is closed', async () => {
    const { store } = await exportOf([samples.plain]);
    await store.run('print', 'right', '');
    expect(store.made.value).toMatchObject({ kind: 'sheet', rows: [{ issuer: 'GitHub' }] });
    store.forget();
    expect(store.made.value).toBeNull();
  });
});
