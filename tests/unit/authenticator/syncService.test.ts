import { beforeEach, expect, test } from 'vitest';
import { makeOtp } from '../../../lib/otp';
import type { ErrorCode } from '../../../lib/errors';
import { memoryStore } from '../../support/syncWorld';
import { pair, passphrase, place, syncDevice, type SyncDevice } from '../../support/syncDevice';
import { draft } from '../../support/vaultWorld';

let now = 1_700_000_000_000;
const clock = () => now;
let store = memoryStore(clock);

beforeEach(() => {
  now = 1_700_000_000_000;
  store = memoryStore(clock);
});

/** A device that began a set. */
async function first(): Promise<SyncDevice> {
  const device = await syncDevice(store.transport, { clock });
  await device.vault.create(passphrase);
  await device.service.connect(place, 'Desktop');
  return device;
}

async function both() {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  await pair(desktop, laptop, 'Laptop');
  return { desktop, laptop };
}

const tick = () => (now += 1000);

async function settle(...devices: readonly SyncDevice[]) {
  for (let turn = 0; turn < 2; turn++)
    for (const { service } of devices) {
      tick();
      await service.syncNow();
    }
}

const viewOf = async ({ service }: SyncDevice) => (await service.overview()).view;
const issuers = async ({ vault }: SyncDevice) => (await vault.list()).map(({ issuer }) => issuer);
const failureOf = async (device: SyncDevice) => (await viewOf(device))?.failure?.code ?? null;

test('without sync nothing is set up and nothing is asked of the store', async () => {
  const device = await syncDevice(store.transport, { clock });
  await device.vault.create(passphrase);
  await device.vault.add([draft()]);
  await device.sync.run('due');
  expect(await device.service.overview()).toMatchObject({ forbidden: false, view: null });
  expect(store.requests).toEqual([]);
});

test('connecting publishes the accounts and never says the password again', async () => {
  const device = await first();
  expect(store.files.size).toBe(2);
  const said = JSON.stringify(await device.service.overview());
  expect(said).toContain(place.kind === 'webdav' ? place.address : '');
  expect(said).not.toContain('app-password');
});

test('the accounts are there once the second device has joined', async () => {
  const desktop = await first();
  await desktop.vault.add([draft('GitHub'), draft('GitLab')]);
  await desktop.service.syncNow();
  const laptop = await syncDevice(store.transport, { clock });
  await pair(desktop, laptop, 'Laptop');
  expect(await issuers(laptop)).toEqual(['GitHub', 'GitLab']);
  expect((await viewOf(desktop))?.devices.map(({ name }) => name)).toEqual(['Laptop']);
  expect((await viewOf(laptop))?.devices.map(({ name }) => name)).toEqual(['Desktop']);
});

test('both screens show the same digits, and nothing passes before they are confirmed', async () => {
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

test('a code without the password asks for it', async () => {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  const { text } = await desktop.service.startPairing(false);
  expect(await laptop.service.readCode(text)).toMatchObject({ needsPassword: true });
  expect(atob(text.split(':')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '')).not.toContain(
    'app-password',
  );
});

test('a code expires after ten minutes, and its files are gone', async () => {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  const { text } = await desktop.service.startPairing(true);
  await laptop.service.startJoin(text, null, 'Laptop');
  await desktop.service.pollPairing();
  now += 600_000;
  expect(await desktop.service.pollPairing()).toEqual({ state: 'expired' });
  expect(await laptop.service.pollJoin()).toEqual({ state: 'expired' });
  expect([...store.files.keys()].filter((name) => name.includes('join'))).toEqual([]);
});

test('the other device hears that the pairing was cancelled', async () => {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  const { text } = await desktop.service.startPairing(true);
  await laptop.service.startJoin(text, null, 'Laptop');
  await desktop.service.cancelPairing();
  expect(await laptop.service.pollJoin()).toEqual({ state: 'refused' });
});

test('edits of both devices meet', async () => {
  const { desktop, laptop } = await both();
  const [id = ''] = await desktop.vault.add([draft('GitHub')]);
  await settle(desktop, laptop);
  tick();
  await desktop.vault.update(id, () => ({ note: 'from the desktop' }));
  await laptop.vault.update(id, () => ({ tags: ['work'] }));
  await settle(desktop, laptop);
  for (const { vault } of [desktop, laptop])
    expect(await vault.get(id)).toMatchObject({ note: 'from the desktop', tags: ['work'] });
});

test('a device that had accounts of its own keeps them when it joins', async () => {
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

test('what is deleted permanently here goes there too', async () => {
  const { desktop, laptop } = await both();
  const [id = ''] = await desktop.vault.add([draft()]);
  await settle(desktop, laptop);
  await desktop.vault.remove([id]);
  await desktop.vault.trash.purge([id]);
  await settle(desktop, laptop);
  expect(await issuers(laptop)).toEqual([]);
  expect(await laptop.vault.trash.list()).toEqual([]);
});

test('using a code is no change, and nothing is uploaded for it', async () => {
  const { desktop, laptop } = await both();
  const [id = ''] = await desktop.vault.add([draft()]);
  await settle(desktop, laptop);
  const names = [...store.files.keys()];
  await desktop.vault.update(id, (entry) => ({ usedAt: now, useCount: entry.useCount + 1 }));
  await settle(desktop, laptop);
  expect([...store.files.keys()]).toEqual(names);
  expect((await laptop.vault.get(id)).useCount).toBe(0);
});

/** Both devices replace the secret without having seen each other. */
async function conflict() {
  const { desktop, laptop } = await both();
  const [id = ''] = await desktop.vault.add([draft('GitHub')]);
  await settle(desktop, laptop);
  const secrets = [1, 2].map((byte) => new Uint8Array(20).fill(byte));
  for (const [at, { vault }] of [desktop, laptop].entries()) {
    tick();
    await vault.update(id, () => ({ otp: makeOtp({ secret: secrets[at] ?? new Uint8Array() }) }));
  }
  await settle(desktop, laptop);
  return { desktop, laptop, id, secrets };
}

test('two new secrets at once: the later one is in force, the other is kept and named', async () => {
  const { desktop, laptop, id, secrets } = await conflict();
  for (const { vault } of [desktop, laptop])
    expect((await vault.get(id)).otp.secret).toEqual(secrets[1]);
  const [found] = (await viewOf(desktop))?.conflicts ?? [];
  expect(found).toMatchObject({ id, part: 'otp' });
  expect(found?.versions.map(({ device }) => device)).toEqual(['Laptop', '']);
  const [copy] = await laptop.vault.trash.list();
  expect(copy?.issuer).toMatch(/^GitHub \(other version, from (Desktop)?\)$/);
  expect((await desktop.status.read())?.needsPerson).toBe(true);
});

test('choosing the other version ends the conflict on both devices', async () => {
  const { desktop, laptop, id, secrets } = await conflict();
  const [found] = (await viewOf(desktop))?.conflicts ?? [];
  await desktop.service.resolve(id, 'otp', found?.versions[1]?.stamp ?? null);
  await settle(desktop, laptop);
  for (const device of [desktop, laptop]) {
    expect((await device.vault.get(id)).otp.secret).toEqual(secrets[0]);
    expect((await viewOf(device))?.conflicts).toEqual([]);
    expect((await device.status.read())?.needsPerson).toBe(false);
  }
});

test('the same secret under two ids is shown as twice, and one button joins them', async () => {
  const { desktop, laptop } = await both();
  const otp = makeOtp({ secret: new Uint8Array(20).fill(9) });
  await desktop.vault.add([{ ...draft('GitHub'), otp, tags: ['a'] }]);
  tick();
  await laptop.vault.add([{ ...draft('GitHub'), otp, tags: ['b'] }]);
  await settle(desktop, laptop);
  const [two] = (await viewOf(desktop))?.twice ?? [];
  await desktop.service.joinTwice(two?.[0].id ?? '', two?.[1].id ?? '');
  await settle(desktop, laptop);
  const [only, ...rest] = await laptop.vault.list();
  expect(rest).toEqual([]);
  expect(only?.tags.toSorted()).toEqual(['a', 'b']);
});

test('a removed device reads nothing more, and keeps its accounts', async () => {
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

test('a removed device may pair again', async () => {
  const { desktop, laptop } = await both();
  await desktop.service.removeDevice('');
  await desktop.vault.add([draft('Later')]);
  await desktop.service.syncNow();
  await pair(desktop, laptop, 'Laptop');
  expect(await issuers(laptop)).toEqual(['Later']);
  expect(await failureOf(laptop)).toBeNull();
});

test('the recovery key brings the accounts back when the last device is lost', async () => {
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

test('a new recovery key ends the one before', async () => {
  const desktop = await syncDevice(store.transport, { clock });
  await desktop.vault.create(passphrase);
  const { recoveryKey: old } = await desktop.service.connect(place, 'Desktop');
  await desktop.service.renewRecoveryKey();
  const next = await syncDevice(store.transport, { clock });
  await expect(next.service.recover(place, old, 'New')).rejects.toThrow('vault/wrong-recovery-key');
});

test('an emptied folder deletes nothing and is published again only when the user says so', async () => {
  const { desktop } = await both();
  await desktop.vault.add([draft('GitHub')]);
  await settle(desktop);
  store.files.clear();
  await settle(desktop);
  expect(await failureOf(desktop)).toBe('sync/emptied');
  expect(await issuers(desktop)).toEqual(['GitHub']);
  expect(store.files.size).toBe(0);
  await desktop.service.republish();
  expect(await failureOf(desktop)).toBeNull();
  expect(store.files.size).toBe(1);
});

test('a store that went back is put right, and the user is told once', async () => {
  const { desktop, laptop } = await both();
  await desktop.vault.add([draft('GitHub')]);
  const before = new Map(store.files);
  await settle(desktop, laptop);
  store.files.clear();
  for (const [name, file] of before) store.files.set(name, file);
  await settle(desktop, laptop);
  expect((await viewOf(desktop))?.wentBack).toBe(true);
  expect(await issuers(laptop)).toEqual(['GitHub']);
  await desktop.service.dismiss();
  expect((await viewOf(desktop))?.wentBack).toBe(false);
});

test.each<ErrorCode>(['sync/unauthorized', 'sync/no-permission', 'sync/full'])(
  '%s asks for a person, and is not tried again until then',
  async (code) => {
    const desktop = await first();
    desktop.failing.code = code;
    await desktop.service.syncNow();
    expect(await desktop.status.read()).toMatchObject({
      needsPerson: true,
      failure: { code, retryAt: null },
    });
    const before = store.requests.length;
    desktop.failing.code = null;
    await desktop.sync.run('due');
    expect(store.requests).toHaveLength(before);
    await desktop.service.syncNow();
    expect(await failureOf(desktop)).toBeNull();
  },
);

test('a server that is out of reach is tried again after one minute, two, four', async () => {
  const desktop = await first();
  desktop.failing.code = 'sync/unreachable';
  const waits: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    await desktop.service.syncNow();
    const { failure, needsPerson } = (await desktop.status.read()) ?? {};
    waits.push((failure?.retryAt ?? 0) - now);
    expect(needsPerson).toBe(false);
    now = failure?.retryAt ?? 0;
  }
  expect(waits).toEqual([60_000, 120_000, 240_000]);
});

test('a locked vault does not sync', async () => {
  const desktop = await first();
  await desktop.vault.lock();
  const before = store.requests.length;
  await desktop.sync.run('due');
  await desktop.service.syncNow();
  expect(store.requests).toHaveLength(before);
});

test('paused sync rests until it goes on', async () => {
  const desktop = await first();
  await desktop.service.pause(true);
  await desktop.vault.add([draft()]);
  const before = store.requests.length;
  await desktop.sync.run('due');
  expect(store.requests).toHaveLength(before);
  await desktop.service.pause(false);
  expect(store.requests.length).toBeGreaterThan(before);
});

test('stopping keeps the accounts and takes the own files along', async () => {
  const { desktop, laptop } = await both();
  await desktop.vault.add([draft('GitHub')]);
  await settle(desktop, laptop);
  await laptop.service.stop(true);
  expect(await issuers(laptop)).toEqual(['GitHub']);
  expect(await viewOf(laptop)).toBeNull();
  await settle(desktop);
  expect(await failureOf(desktop)).toBeNull();
});

test('another name reaches the other devices', async () => {
  const { desktop, laptop } = await both();
  await laptop.service.rename('Kitchen');
  await settle(desktop);
  expect((await viewOf(desktop))?.devices[0]?.name).toBe('Kitchen');
});

test('an administrator can forbid sync, or fix the address', async () => {
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

test('a copy of the profile goes on as another device', async () => {
  const { desktop, laptop } = await both();
  await desktop.vault.add([draft('GitHub')]);
  const record = await desktop.vault.replication.record();
  await settle(desktop, laptop);
  const before = await desktop.vault.replication.replica();
  // The profile as it was, beside files that it wrote since.
  await desktop.vault.replication.exchange(() => ({ put: [], drop: [], record }));
  await settle(desktop, laptop);
  expect(await desktop.vault.replication.replica()).not.toBe(before);
  expect(await issuers(laptop)).toEqual(['GitHub']);
  expect(await failureOf(desktop)).toBeNull();
});
