import { describe, expect, test } from 'vitest';
import { systemRandom, type Derive } from '../../../lib/crypto';
import { writeBackupFrame } from '../../../lib/vault/backup/backupFrame';
import {
  limitLastBackup,
  readLastBackup,
  writeLastBackup,
} from '../../../lib/vault/backup/lastBackup';
import { memoryArea, vaultWorld } from '../../support/vaultWorld';
import { madeVault, passphrase } from './slotVault';

const refused: Derive = () => Promise.reject(new Error('Nothing may be derived'));

async function backup() {
  const { vault } = await madeVault();
  return (await vault.backups.make()).bytes;
}

const withByte = (at: number, value: number) => async () => {
  const bytes = (await backup()).slice();
  bytes[at] = value;
  return bytes;
};

describe('the frame of a backup is rejected before any key is derived', () => {
  test.each<[string, () => Promise<Uint8Array>]>([
    ['its version is 0', withByte(8, 0)],
    ['its cipher is 0', withByte(9, 0)],
    [
      'its header is longer than 65,536 bytes',
      async () => {
        const bytes = await backup();
        const length = new DataView(bytes.buffer).getUint32(10);
        const fields = JSON.parse(Buffer.from(bytes.slice(14, 14 + length)).toString()) as object;
        const header = { ...fields, more: 'a'.repeat(65_536) };
        return writeBackupFrame({ version: 2, header }, new Uint8Array(32), {}, systemRandom);
      },
    ],
    ['it ends within its header', async () => (await backup()).slice(0, 100)],
  ])('if %s', async (_, made) => {
    const vault = (await vaultWorld()).open({ derive: refused });
    await expect(vault.backups.read(await made(), passphrase)).rejects.toThrow('format/damaged');
  });
});

describe('the revision of the last backup', () => {
  const made = { at: 1, vault: 'v', revision: 7 };

  test.each([
    [5, 5],
    [7, 7],
    [9, 7],
  ])('limited to %i becomes %i', async (revision, left) => {
    const area = memoryArea();
    await writeLastBackup(area, made);
    await limitLastBackup(area, { vault: 'v', revision });
    expect(await readLastBackup(area, 'v')).toEqual({ ...made, revision: left });
  });

  test('stays absent if there is no backup of this vault', async () => {
    const area = memoryArea();
    await limitLastBackup(area, { vault: 'v', revision: 5 });
    expect(area.values.size).toBe(0);
  });
});
