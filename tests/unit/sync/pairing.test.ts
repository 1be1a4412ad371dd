import { beforeEach, expect, test } from 'vitest';
import { loadSealing, systemRandom, toBase64url } from '../../../lib/crypto';
import {
  awaitKey,
  endPairing,
  handOver,
  hearHello,
  newJoining,
  newPairing,
  pairingCode,
  pairingDigits,
  readPairingCode,
  sayHello,
  wasFetched,
  type SyncPlace,
} from '../../../lib/sync';
import { putSealed } from '../../../lib/sync/pairing';
import { memoryStore } from '../../support/syncWorld';

const sealing = await loadSealing();
const random = systemRandom;
const place: SyncPlace = {
  kind: 'webdav',
  address: 'https://cloud.example.com/dav/Tessera/',
  user: 'ada',
  password: 'app-password',
};
const key = { set: '0a0b0c0d', epoch: 3, key: toBase64url(new Uint8Array(32).fill(7)) };

let store = memoryStore(() => 0);
beforeEach(() => {
  store = memoryStore(() => 0);
});

const join = (text: string, name = 'Laptop') =>
  newJoining(readPairingCode(text), name, { random, now: 0 });

test("reads the server's address from a pairing code that was copied with spaces and line breaks", () => {
  const text = pairingCode(newPairing(random, 0), place);
  expect(readPairingCode(` ${text.slice(0, 40)}\n${text.slice(40)} `).place).toEqual(place);
});

test.each(['', 'otpauth://totp/x', 'tessera-join:', 'tessera-join:e30', 'tessera-join:!!'])(
  "rejects a text that isn't a pairing code: '%s'",
  (text) => {
    expect(() => readPairingCode(text)).toThrow('sync/bad-pairing');
  },
);

test('rejects a truncated pairing code', () => {
  const text = pairingCode(newPairing(random, 0), place);
  expect(() => readPairingCode(text.slice(0, -20))).toThrow('sync/bad-pairing');
});

test('shows the same digits on both devices and transfers the key after confirmation', async () => {
  const { transport, files } = store;
  const pairing = newPairing(random, 0);
  const joining = join(pairingCode(pairing, place));
  await sayHello(transport, joining, { sealing, random });
  expect(await awaitKey(transport, joining, sealing)).toEqual({ digits: null, key: null });
  const heard = await hearHello(transport, pairing, random);
  expect(heard.hello?.name).toBe('Laptop');
  const { digits, key: none } = await awaitKey(transport, joining, sealing);
  expect(digits).toMatch(/^\d{6}$/);
  expect(digits).toBe(pairingDigits(heard));
  expect(none).toBeNull();
  await handOver(transport, heard, { key, sealing, random });
  expect(await wasFetched(transport, heard)).toBe(false);
  expect((await awaitKey(transport, joining, sealing)).key).toEqual(key);
  await endPairing(transport, joining.secret);
  expect(await wasFetched(transport, heard)).toBe(true);
  expect([...files]).toEqual([]);
});

test('ignores a second joining device, which sees other digits', async () => {
  const { transport } = store;
  const pairing = newPairing(random, 0);
  const text = pairingCode(pairing, place);
  const thief = join(text);
  await sayHello(transport, thief, { sealing, random });
  const heard = await hearHello(transport, pairing, random);
  const laptop = join(text);
  await sayHello(transport, laptop, { sealing, random });
  expect((await hearHello(transport, heard, random)).hello).toEqual(heard.hello);
  expect((await awaitKey(transport, laptop, sealing)).digits).not.toBe(pairingDigits(heard));
});

test('ignores a device whose public key has the wrong length', async () => {
  const { transport } = store;
  const pairing = newPairing(random, 0);
  const hello = { publicKey: toBase64url(random(31)), name: 'Laptop' };
  await putSealed(transport, { secret: pairing.secret, number: 1 }, hello, random);
  expect(await hearHello(transport, pairing, random)).toEqual(pairing);
});

test("rejects a nonce that doesn't match the pairing code's commitment", async () => {
  const { transport } = store;
  const pairing = newPairing(random, 0);
  const joining = join(pairingCode(pairing, place));
  await sayHello(transport, joining, { sealing, random });
  await hearHello(transport, { ...pairing, nonce: toBase64url(random(16)) }, random);
  await expect(awaitKey(transport, joining, sealing)).rejects.toThrow('sync/pairing-refused');
});

test('refuses a key that was sealed to another device', async () => {
  const { transport } = store;
  const pairing = newPairing(random, 0);
  const joining = join(pairingCode(pairing, place));
  await sayHello(transport, joining, { sealing, random });
  const heard = await hearHello(transport, pairing, random);
  const { publicKey } = sealing.deriveKeyPair(random(32));
  const other = { publicKey: toBase64url(publicKey), name: 'Laptop' };
  await handOver(transport, { ...heard, hello: other }, { key, sealing, random });
  await expect(awaitKey(transport, joining, sealing)).rejects.toThrow('sync/pairing-refused');
});

test("the pairing code and all files don't reveal the sync key to a third device", async () => {
  const { transport } = store;
  const pairing = newPairing(random, 0);
  const text = pairingCode(pairing, place);
  await sayHello(transport, join(text), { sealing, random });
  const heard = await hearHello(transport, pairing, random);
  await handOver(transport, heard, { key, sealing, random });
  await expect(awaitKey(transport, join(text), sealing)).rejects.toThrow('sync/pairing-refused');
});

test('tells the new device that the other device ended the pairing', async () => {
  const { transport } = store;
  const pairing = newPairing(random, 0);
  const joining = join(pairingCode(pairing, place));
  await sayHello(transport, joining, { sealing, random });
  await endPairing(transport, pairing.secret);
  await expect(awaitKey(transport, joining, sealing)).rejects.toThrow('sync/pairing-refused');
});

test("the pairing files reveal neither the device's name nor the sync key", async () => {
  const { transport, files } = store;
  const pairing = newPairing(random, 0);
  const joining = join(pairingCode(pairing, place), 'Canary-Laptop');
  await sayHello(transport, joining, { sealing, random });
  const heard = await hearHello(transport, pairing, random);
  await handOver(transport, heard, { key, sealing, random });
  const all = [...files].map(([name, { bytes }]) => name + new TextDecoder('latin1').decode(bytes));
  expect(files.size).toBe(3);
  for (const secret of ['Canary-Laptop', key.key, key.set, pairing.secret, pairing.nonce])
    expect(all.join('\n')).not.toContain(secret);
});
