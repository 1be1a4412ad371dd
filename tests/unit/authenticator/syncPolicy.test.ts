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

/** Creates a device with sync, its recovery key, and the pairing code that it shows. */
async function showing() {
  const device = await syncDevice(store.transport, { clock });
  await device.vault.create(passphrase);
  const { recoveryKey } = await device.service.connect(place, 'Desktop');
  const { text } = await device.service.startPairing(true);
  return { device, recoveryKey, text };
}

test.each([
  ['sync at all', { allowSync: false, syncAddress: null }],
  ['the sync server', { allowSync: true, syncAddress: 'https://elsewhere.example/dav/' }],
])('if policy forbids %s, a device can neither join nor recover', async (_, policy) => {
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

test("a pairing can't be confirmed after it has expired", async () => {
  const { device, text } = await showing();
  const laptop = await syncDevice(store.transport, { clock });
  await laptop.service.startJoin(text, null, 'Laptop');
  await device.service.pollPairing();
  now += 600_000;
  await expect(device.service.confirmPairing()).rejects.toThrow('sync/pairing-expired');
});

test('a pairing can be confirmed until just before its ten minutes end', async () => {
  const { device } = await showing();
  const laptop = await syncDevice(store.transport, { clock });
  now += 599_000;
  await pair(device, laptop, 'Laptop');
  expect((await laptop.service.overview()).view?.devices).toHaveLength(1);
});

test('reads the sync policy, and uses defaults in a browser without managed storage', async () => {
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

test('refuses to connect without permission for the address, or against policy', async () => {
  await expect(syncTransport(place)).resolves.toBeDefined();
  granted.mockResolvedValue(false);
  await expect(syncTransport(place)).rejects.toThrow('sync/no-permission');
  granted.mockResolvedValue(true);
  await fakeBrowser.storage.managed.set({ allowSync: false });
  await expect(syncTransport(place)).rejects.toThrow('sync/forbidden-by-policy');
});
