import { beforeEach, expect, test } from 'vitest';
import { distinctName } from '../../../lib/authenticator/sync/deviceNames';
import { pair, passphrase, place, syncDevice } from '../../support/syncDevice';
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
  time,
  viewOf,
} from './syncedDevices';

beforeEach(startOver);

test('the second device has all accounts after pairing', async () => {
  const desktop = await first();
  await desktop.vault.add([draft('GitHub'), draft('GitLab')]);
  await desktop.service.syncNow();
  const laptop = await syncDevice(store.transport, { clock });
  await pair(desktop, laptop, 'Laptop');
  expect(await issuers(laptop)).toEqual(['GitHub', 'GitLab']);
  expect((await viewOf(desktop))?.devices.map(({ name }) => name)).toEqual(['Laptop']);
  expect((await viewOf(laptop))?.devices.map(({ name }) => name)).toEqual(['Desktop']);
});

test('devices that join with the name of another device are numbered', async () => {
  const desktop = await first();
  const others = [];
  for (const name of ['Desktop', 'Desktop', 'Laptop']) {
    const other = await syncDevice(store.transport, { clock });
    await pair(desktop, other, name);
    others.push(other);
  }
  await settle(desktop, ...others);
  expect((await viewOf(desktop))?.devices.map(({ name }) => name).toSorted()).toEqual([
    'Desktop 2',
    'Desktop 3',
    'Laptop',
  ]);
  const [second] = others;
  expect(second && (await viewOf(second))?.name).toBe('Desktop 2');
});

test('a number fits into the longest name', () => {
  const longest = 'x'.repeat(60);
  const next = distinctName(longest, new Set([longest]));
  expect(next).toBe(`${'x'.repeat(58)} 2`);
  expect(distinctName(longest, new Set([longest, next]))).toBe(`${'x'.repeat(58)} 3`);
});

test('both screens show the same digits, and no key is sent before the user confirms them', async () => {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  const { text } = await desktop.service.startPairing(true);
  await laptop.service.startJoin(text, null, 'Laptop');
  expect(await laptop.service.pollJoin()).toEqual({ state: 'waiting' });
  const shown = await desktop.service.pollPairing();
  const seen = await laptop.service.pollJoin();
  expect(shown).toMatchObject({ state: 'digits', name: 'Laptop' });
  expect(seen).toEqual({ state: 'digits', digits: shown.state === 'digits' ? shown.digits : '' });
  await expect(laptop.service.finishJoin()).rejects.toThrow('sync/pairing-expired');
});

test("a pairing code without the server's password makes the new device ask for the password", async () => {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  const { text } = await desktop.service.startPairing(false);
  expect(await laptop.service.readCode(text)).toMatchObject({ needsPassword: true });
  expect(atob(text.split(':')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '')).not.toContain(
    'app-password',
  );
});

test('a pairing code expires after ten minutes, and its files are deleted', async () => {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  const { text } = await desktop.service.startPairing(true);
  await laptop.service.startJoin(text, null, 'Laptop');
  await desktop.service.pollPairing();
  time.now += 600_000;
  expect(await desktop.service.pollPairing()).toEqual({ state: 'expired' });
  expect(await laptop.service.pollJoin()).toEqual({ state: 'expired' });
  expect([...store.files.keys()].filter((name) => name.includes('join'))).toEqual([]);
});

test('canceling a pairing notifies the other device', async () => {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  const { text } = await desktop.service.startPairing(true);
  await laptop.service.startJoin(text, null, 'Laptop');
  await desktop.service.cancelPairing();
  expect(await laptop.service.pollJoin()).toEqual({ state: 'refused' });
});

test('a device with accounts of its own keeps them when it joins', async () => {
  const desktop = await first();
  await desktop.vault.add([draft('GitHub')]);
  await desktop.service.syncNow();
  const laptop = await syncDevice(store.transport, { clock });
  await laptop.vault.create(passphrase);
  await laptop.vault.add([draft('GitLab')]);
  await pair(desktop, laptop, 'Laptop');
  await settle(desktop, laptop);
  expect((await issuers(desktop)).toSorted()).toEqual(['GitHub', 'GitLab']);
  expect((await issuers(laptop)).toSorted()).toEqual(['GitHub', 'GitLab']);
});

test("a removed device keeps its accounts and can't read later changes", async () => {
  const { desktop, laptop } = await both();
  await desktop.vault.add([draft('GitHub')]);
  await settle(desktop, laptop);
  const [device] = (await viewOf(desktop))?.devices ?? [];
  await desktop.service.removeDevice(device?.id ?? '');
  await desktop.vault.add([draft('Later')]);
  await settle(desktop, laptop);
  expect(await failureOf(laptop)).toBe('sync/foreign-set');
  expect(await issuers(laptop)).toEqual(['GitHub']);
  expect((await viewOf(desktop))?.devices).toEqual([]);
});

test('a removed device can be paired again', async () => {
  const { desktop, laptop } = await both();
  await desktop.service.removeDevice('');
  await desktop.vault.add([draft('Later')]);
  await desktop.service.syncNow();
  await pair(desktop, laptop, 'Laptop');
  expect(await issuers(laptop)).toEqual(['Later']);
  expect(await failureOf(laptop)).toBeNull();
});

test('the recovery key restores the accounts on a new device after the last device is lost', async () => {
  const desktop = await syncDevice(store.transport, { clock });
  await desktop.vault.create(passphrase);
  await desktop.vault.add([draft('GitHub')]);
  const { recoveryKey } = await desktop.service.connect(place, 'Desktop');
  const next = await syncDevice(store.transport, { clock });
  await expect(next.service.recover(place, 'AAAA', 'New')).rejects.toThrow(
    'vault/wrong-recovery-key',
  );
  await next.service.recover(place, recoveryKey, 'New');
  await next.vault.create(passphrase);
  await next.service.finishJoin();
  expect(await issuers(next)).toEqual(['GitHub']);
});

test('a new recovery key invalidates the previous recovery key', async () => {
  const desktop = await syncDevice(store.transport, { clock });
  await desktop.vault.create(passphrase);
  const { recoveryKey: old } = await desktop.service.connect(place, 'Desktop');
  await desktop.service.renewRecoveryKey();
  const next = await syncDevice(store.transport, { clock });
  await expect(next.service.recover(place, old, 'New')).rejects.toThrow('vault/wrong-recovery-key');
});
