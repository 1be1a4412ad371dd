import { beforeEach, expect, test } from 'vitest';
import { passphrase, place, syncDevice } from '../../support/syncDevice';
import { draft } from '../../support/vaultWorld';
import {
  both,
  clock,
  failureOf,
  first,
  issuers,
  settle,
  startOver,
  store,
  viewOf,
} from './syncedDevices';

beforeEach(startOver);

test('without sync, nothing is set up and no request is sent', async () => {
  const device = await syncDevice(store.transport, { clock });
  await device.vault.create(passphrase);
  await device.vault.add([draft()]);
  await device.sync.run('due');
  expect(await device.service.overview()).toMatchObject({ forbidden: false, view: null });
  expect(store.requests).toEqual([]);
});

test("connecting publishes the accounts, and the overview doesn't contain the server's password", async () => {
  const device = await first();
  expect(store.files.size).toBe(2);
  const said = JSON.stringify(await device.service.overview());
  expect(said).toContain(place.kind === 'webdav' ? place.address : '');
  expect(said).not.toContain('app-password');
});

test('a locked vault does not sync', async () => {
  const desktop = await first();
  await desktop.vault.lock();
  const before = store.requests.length;
  await desktop.sync.run('due');
  await desktop.service.syncNow();
  expect(store.requests).toHaveLength(before);
});

test('paused sync sends no request until it is resumed', async () => {
  const desktop = await first();
  await desktop.service.pause(true);
  await desktop.vault.add([draft()]);
  const before = store.requests.length;
  await desktop.sync.run('due');
  expect(store.requests).toHaveLength(before);
  await desktop.service.pause(false);
  expect(store.requests.length).toBeGreaterThan(before);
});

test('a device that stops syncing keeps its accounts and deletes its own files', async () => {
  const { desktop, laptop } = await both();
  await desktop.vault.add([draft('GitHub')]);
  await settle(desktop, laptop);
  await laptop.service.stop(true);
  expect(await issuers(laptop)).toEqual(['GitHub']);
  expect(await viewOf(laptop)).toBeNull();
  await settle(desktop);
  expect(await failureOf(desktop)).toBeNull();
});

test('a new device name appears on the other devices', async () => {
  const { desktop, laptop } = await both();
  await laptop.service.rename('Kitchen');
  await settle(desktop);
  expect((await viewOf(desktop))?.devices[0]?.name).toBe('Kitchen');
});

test('policy can forbid sync or restrict it to one address', async () => {
  const forbidden = { allowSync: false, syncAddress: null };
  const fixed = { allowSync: true, syncAddress: 'https://files.example.org/' };
  for (const policy of [forbidden, fixed]) {
    const device = await syncDevice(store.transport, { clock, policy });
    await device.vault.create(passphrase);
    await expect(device.service.connect(place, 'Desktop')).rejects.toThrow(
      'sync/forbidden-by-policy',
    );
  }
  expect(store.requests).toEqual([]);
});
