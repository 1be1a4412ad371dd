import { beforeAll, describe, expect, test } from 'vitest';
import { fromBase64url } from '../../../lib/crypto';
import type { RescueFile } from '../../../lib/vault';
import { decodeHead } from '../../../lib/vault/format/Head';
import { deriveKeys, type EpochKeys } from '../../../lib/vault/format/keys';
import { openRecord } from '../../../lib/vault/format/record';
import { draft, vaultWorld } from '../../support/vaultWorld';

/** Number of entries. `TESSERA_FLIP_ENTRIES=1000` tests a large vault. */
const size = Number(process.env['TESSERA_FLIP_ENTRIES'] ?? 20);

let stored: RescueFile;
let keys: EpochKeys;

beforeAll(async () => {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create('correct horse');
  await vault.add(Array.from({ length: size }, (_, at) => draft(`Service ${at}`)));
  await vault.slots.createRecoveryKey('correct horse');
  stored = await vault.health.rescue();

  const held = JSON.parse(world.session.values.get('vault.key') ?? '') as {
    vault: string;
    epoch: number;
    key: string;
  };
  keys = deriveKeys(fromBase64url(held.key) ?? new Uint8Array(), held.vault, held.epoch);
});

/** Calls `look` with every variant of a text in which one bit is flipped. Returns the number of variants. */
function everyFlip(text: string, look: (flipped: string) => void): number {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length * 8; at++) {
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
    look(bytes.toString('latin1'));
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  }
  return bytes.length * 8;
}

describe(`in a vault of ${size} entries, any flipped bit`, () => {
  test('in the primary store prevents its record from being opened', { timeout: 7_200_000 }, () => {
    let undetected = 0;
    for (const [key, text] of Object.entries(stored.primary.records)) {
      const id = key.replace(/^2\./, '');
      const bytes = fromBase64url(text) ?? new Uint8Array();
      expect(openRecord(keys, id, bytes)).not.toBeNull();
      for (let at = 0; at < bytes.length * 8; at++) {
        bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
        if (openRecord(keys, id, bytes)) undetected++;
        bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
      }
    }
    expect(undetected).toBe(0);
  });

  test('in the mirror prevents its record from being opened', { timeout: 7_200_000 }, () => {
    let undetected = 0;
    for (const [key, text] of Object.entries(stored.mirror.records).slice(0, Math.ceil(size / 4)))
      everyFlip(text, (flipped) => {
        const id = key.replace(/^2\./, '');
        const bytes = fromBase64url(flipped);
        if (bytes && openRecord(keys, id, bytes)) undetected++;
      });
    expect(undetected).toBe(0);
  });

  test('in the head, its slots or its manifest is detected without a key', () => {
    const head = stored.primary.head ?? '';
    expect(decodeHead(head)?.hasValidChecksum()).toBe(true);
    let undetected = 0;
    const flips = everyFlip(head, (flipped) => {
      if (decodeHead(flipped)?.hasValidChecksum()) undetected++;
    });
    expect(flips).toBeGreaterThan(10_000);
    expect(undetected).toBe(0);
  });
});
