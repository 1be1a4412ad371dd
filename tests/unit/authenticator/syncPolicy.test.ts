import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { syncTransport } from '../../../entrypoints/shared/syncTransport';
import { readSyncPolicy } from '../../../lib/authenticator/state';
import { pair, passphrase, place, syncDevice } from '../../support/syncDevice';
import { memoryStore } from '../../support/syncWorld';

let now = 1_700_000_000_000;
const clock = () => now;
let store = memoryStore(clock);
const granted = vi.fn(() => Promise.resolve(true));

beforeEach(() => {
  now = 1_700_000_000_000;
  store = memoryStore(clock);
  fakeBrowser.reset();
  Object.assign(fakeBrowser, { permissions: { contains: granted } });
  granted.mockResolvedValue(true);
});

/** A device in a set, and the code that it shows to another one. */
async function showing() {
  const device = await syncDevice(store.transport, { clock });
  await device.vault.create(passphrase);
  const { recoveryKey } = await device.service.connect(place, 'Desktop');
  const { text } = await device.service.startPairing(true);
  return { device, recoveryKey, text };
}

test.each([
  ['sync at all', { allowSync: false, syncAddress: null }],
  ['another server', { allowSync: true, syncAddress: 'https://elsewhere.example/dav/' }],
])('a device that may not use %s neither joins nor recovers', async (_, policy) => {
  const { text, recoveryKey } = await showing();
  const before = store.requests.length;
  const next = await syncDevice(store.transport, { clock, policy });
  await expect(next.service.startJoin(text, null, 'Laptop')).rejects.toThrow(
    'sync/forbidden-by-policy',
  );
  await expect(next.service.recover(place, recoveryKey, 'Laptop')).rejects.toThrow(
    'sync/forbidden-by-policy',
  );
  expect(store.requests).toHaveLength(before);
});

test('an expired pairing can no longer be confirmed', async () => {
  const { device, text } = await showing();
  const laptop = await syncDevice(store.transport, { clock });
  await laptop.service.startJoin(text, null, 'Laptop');
  await device.service.pollPairing();
  now += 600_000;
  await expect(device.service.confirmPairing()).rejects.toThrow('sync/pairing-expired');
});

test('pairing still works within the ten minutes', async () => {
  const { device } = await showing();
  const laptop = await syncDevice(store.transport, { clock });
  now += 599_000;
  await pair(device, laptop, 'Laptop');
  expect((await laptop.service.overview()).view?.devices).toHaveLength(1);
});

test("an administrator's rules are read, and a browser without a policy store has none", async () => {
  await fakeBrowser.storage.managed.set({ allowSync: false, syncAddress: 'https://one.example/' });
  expect(await readSyncPolicy()).toEqual({
    allowSync: false,
    syncAddress: 'https://one.example/',
  });
  const { managed } = fakeBrowser.storage;
  Object.assign(fakeBrowser.storage, { managed: undefined });
  try {
    expect(await readSyncPolicy()).toEqual({ allowSync: true, syncAddress: null });
  } finally {
    Object.assign(fakeBrowser.storage, { managed });
  }
});

test('no transport without the permission for the address, or against the rules', async () => {
  await expect(syncTransport(place)).resolves.toBeDefined();
  granted.mockResolvedValue(false);
  await expect(syncTransport(place)).rejects.toThrow('sync/no-permission');
  granted.mockResolvedValue(true);
  await fakeBrowser.storage.managed.set({ allowSync: false });
  await expect(syncTransport(place)).rejects.toThrow('sync/forbidden-by-policy');
});
