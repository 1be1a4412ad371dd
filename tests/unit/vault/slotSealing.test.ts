import { expect, test } from 'vitest';
import { loadSealing, systemRandom, toBase64url } from '../../../lib/crypto';
import { openSlot, recipientFrom, sealSlot } from '../../../lib/vault/format/slotSealing';
import { newHeader } from '../../../lib/vault/keys/slotKeys';
import { vaultWorld } from '../../support/vaultWorld';

const sealing = await loadSealing();

test('a slot opens only with its own KEK, header, vault and epoch', async () => {
  const world = await vaultWorld();
  const kek = systemRandom(32);
  const of = { vault: toBase64url(systemRandom(16)), epoch: 2, key: systemRandom(32) };
  const header = newHeader(world.deps(), 'recovery');
  const tools = { sealing, random: systemRandom };
  const slot = sealSlot(of, recipientFrom(sealing, header, kek), tools);
  expect(openSlot(of, slot, kek, sealing)).toEqual(of.key);
  expect(openSlot(of, slot, systemRandom(32), sealing)).toBe('wrong-key');
  const elsewhere = [
    openSlot({ ...of, epoch: 3 }, slot, kek, sealing),
    openSlot({ ...of, vault: toBase64url(systemRandom(16)) }, slot, kek, sealing),
    openSlot(of, { ...slot, id: toBase64url(systemRandom(16)) }, kek, sealing),
    openSlot(of, { ...slot, type: 'passkey' }, kek, sealing),
    openSlot(of, { ...slot, memory: 1 }, kek, sealing),
    openSlot(of, { ...slot, salt: toBase64url(systemRandom(16)) }, kek, sealing),
    openSlot(of, { ...slot, credential: 'AAAA' }, kek, sealing),
  ];
  expect(elsewhere.every((one) => one === 'damaged')).toBe(true);
});
