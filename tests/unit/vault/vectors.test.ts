import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromBase64url, inProcessDerive, loadSealing } from '../../../lib/crypto';
import { entryFromBytes } from '../../../lib/vault/format/entryBytes';
import { decodeHead } from '../../../lib/vault/format/Head';
import { deriveKeys } from '../../../lib/vault/format/keys';
import { openRecord } from '../../../lib/vault/format/record';
import { recoveryKeyToText } from '../../../lib/crypto/recoveryKey';
import { openSlot } from '../../../lib/vault/format/slotSealing';
import { openSlotV1 } from '../../../lib/vault/migration/v1/SlotV1';
import { upgradeV1 } from '../../../lib/vault/migration/v1/upgradeV1';
import { vaultWorld } from '../../support/vaultWorld';
import type { VaultVectors } from '../../support/vaultVectors/VaultVectors';

const vectorsOf = (version: number) =>
  JSON.parse(readFileSync(`tests/vectors/vault/v${version}.json`, 'utf8')) as VaultVectors;
const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();
const sealing = await loadSealing();

/** The readers of each format version. */
const readers = {
  1: upgradeV1,
  2: { deriveKeys, openRecord, decodeHead },
} as const;

describe.each([1, 2] as const)('frozen format version %d', (version) => {
  const vectors = vectorsOf(version);
  const format = readers[version];
  const keys = format.deriveKeys(bytes(vectors.vaultKey), vectors.vault, 1);
  const recoveryKey = recoveryKeyToText(bytes(vectors.recoveryKey));
  const secretOf = (by: 'passphrase' | 'recovery') =>
    by === 'recovery' ? recoveryKey : vectors.passphrase;

  test('has at least 150 vectors, and at least 70 % of them must fail', () => {
    const all = [vectors.records, vectors.slots, vectors.heads, vectors.backups].flat();
    const failing = all.filter(({ opens }) => !opens).length;
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(failing / all.length).toBeGreaterThanOrEqual(0.7);
  });

  test.each(vectors.records)('record "$name" opens: $opens', ({ id, bytes: text, opens }) => {
    const content = format.openRecord(keys, id, bytes(text));
    expect(content !== null && entryFromBytes(id, content) !== null).toBe(opens);
  });

  test.each(vectors.slots)('slot "$name" opens: $opens', ({ epoch, slot, kek, opens }) => {
    const of = { vault: vectors.vault, epoch };
    const key =
      slot.v === 1 ? openSlotV1(of, slot, bytes(kek)) : openSlot(of, slot, bytes(kek), sealing);
    expect(key instanceof Uint8Array).toBe(opens);
    if (opens) expect(key).toEqual(bytes(vectors.vaultKey));
  });

  test.each(vectors.heads)('head "$name" opens: $opens', ({ head, opens }) => {
    const read = format.decodeHead(head);
    expect(Boolean(read?.hasValidChecksum() && read.verifyMac(keys))).toBe(opens);
  });

  test.each(vectors.backups)('backup "$name" opens: $opens', async ({ bytes: text, by, opens }) => {
    const vault = (await vaultWorld()).open({ derive: inProcessDerive });
    await vault.create('a vault to read it in');
    const read = vault.backups.read(bytes(text), secretOf(by)).catch(() => null);
    expect((await read) !== null).toBe(opens);
  });

  /** Returns the independent reader's output for backup files, one line per file. */
  function readByPython(
    by: 'passphrase' | 'recovery',
  ): { name: string; said: unknown; opens: boolean }[] {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-backups-'));
    const chosen = vectors.backups.filter((vector) => vector.by === by);
    const files = chosen.map(({ bytes: text }, at) => {
      const file = join(folder, `${at}.tessera`);
      writeFileSync(file, bytes(text));
      return file;
    });
    const reader = 'tests/support/readBackup.py';
    const output = execFileSync('python3', [reader, secretOf(by), ...files], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const lines = output.trim().split('\n');
    return chosen.map(({ name, opens }, at) => ({
      name,
      opens,
      said: JSON.parse(lines[at] ?? 'null') as unknown,
    }));
  }

  describe('a reader written only from FORMAT.md', () => {
    test.each(['recovery', 'passphrase'] as const)(
      'reads every backup that its %s slot opens, and refuses all others',
      { timeout: 900_000 },
      async (by) => {
        const vault = (await vaultWorld()).open({ derive: inProcessDerive });
        await vault.create('a vault to read it in');
        for (const { name, said, opens } of readByPython(by)) {
          if (!opens) {
            expect(said, name).toHaveProperty('error');
            continue;
          }
          const vector = vectors.backups.find((one) => one.name === name);
          const read = await vault.backups.read(bytes(vector?.bytes ?? ''), secretOf(by));
          const ours = read?.items.map(({ entry }) => [entry.issuer, entry.account, entry.note]);
          const { entries } = said as {
            entries: { issuer: string; account: string; note: string }[];
          };
          expect(
            entries.map(({ issuer, account, note }) => [issuer, account, note]),
            name,
          ).toEqual(ours);
        }
      },
    );
  });
});
