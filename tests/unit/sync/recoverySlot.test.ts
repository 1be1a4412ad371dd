import { expect, test } from 'vitest';
import { recoveryKeyFromText, systemRandom, toBase64url } from '../../../lib/crypto';
import { openRecoverySlot, writeRecoverySlot } from '../../../lib/sync';
import { sealJson } from '../../../lib/sync/sealedJson';
import { memoryStore } from '../../support/syncWorld';

const key = { set: '0a0b0c0d', epoch: 1, key: toBase64url(systemRandom(32)) };

test('a slot opens the set that its name has', async () => {
  const { transport } = memoryStore(() => 0);
  const text = await writeRecoverySlot(transport, key, systemRandom);
  expect(await openRecoverySlot(transport, text)).toEqual(key);
});

test.each([
  ['names another set than its file', { ...key, set: 'ffffffff' }],
  ['has no whole key', { ...key, key: '' }],
])('a slot that %s opens nothing', async (_, content) => {
  const { transport } = memoryStore(() => 0);
  const text = await writeRecoverySlot(transport, key, systemRandom);
  const name = `tessera-${key.set}.tslot`;
  const secret = recoveryKeyFromText(text) ?? new Uint8Array();
  const purpose = { key: secret, use: 'recovery', name };
  await transport.put(name, sealJson(purpose, content, systemRandom));
  await expect(openRecoverySlot(transport, text)).rejects.toThrow('vault/wrong-recovery-key');
});
