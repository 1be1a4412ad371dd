import { expect, test } from 'vitest';
import { recoveryKeyFromText, systemRandom, toBase64url } from '../../../lib/crypto';
import { openRecoverySlot, writeRecoverySlot } from '../../../lib/sync';
import { sealJson } from '../../../lib/sync/sealedJson';
import { memoryStore } from '../../support/syncWorld';

const key = { set: '0a0b0c0d', epoch: 1, key: toBase64url(systemRandom(32)) };

test('a recovery slot opens the sync set in its file name', async () => {
  const { transport } = memoryStore(() => 0);
  const text = await writeRecoverySlot(transport, key, systemRandom);
  expect(await openRecoverySlot(transport, text)).toEqual(key);
});

test.each([
  ["names a sync set that isn't in its file name", { ...key, set: 'ffffffff' }],
  ['contains an incomplete key', { ...key, key: '' }],
])("a recovery slot that %s can't be opened", async (_, content) => {
  const { transport } = memoryStore(() => 0);
  const text = await writeRecoverySlot(transport, key, systemRandom);
  const name = `tessera-${key.set}.tslot`;
  const secret = recoveryKeyFromText(text) ?? new Uint8Array();
  const purpose = { key: secret, use: 'recovery', name };
  await transport.put(name, sealJson(purpose, content, systemRandom));
  await expect(openRecoverySlot(transport, text)).rejects.toThrow('vault/wrong-recovery-key');
});
