import { beforeEach, expect, test } from 'vitest';
import { makeOtp } from '../../../lib/otp';
import { pair, syncDevice } from '../../support/syncDevice';
import { draft } from '../../support/vaultWorld';
import {
  both,
  clock,
  issuers,
  settle,
  startOver,
  store,
  tick,
  time,
  viewOf,
} from './syncedDevices';

beforeEach(startOver);

test('edits of different fields on two devices are merged', async () => {
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

test('an account that is deleted permanently on one device is deleted on the other device too', async () => {
  const { desktop, laptop } = await both();
  const [id = ''] = await desktop.vault.add([draft()]);
  await settle(desktop, laptop);
  await desktop.vault.remove([id]);
  await desktop.vault.trash.purge([id]);
  await settle(desktop, laptop);
  expect(await issuers(laptop)).toEqual([]);
  expect(await laptop.vault.trash.list()).toEqual([]);
});

test('using a code uploads nothing', async () => {
  const { desktop, laptop } = await both();
  const [id = ''] = await desktop.vault.add([draft()]);
  await settle(desktop, laptop);
  const names = [...store.files.keys()];
  await desktop.vault.update(id, (entry) => ({ usedAt: time.now, useCount: entry.useCount + 1 }));
  await settle(desktop, laptop);
  expect([...store.files.keys()]).toEqual(names);
  expect((await laptop.vault.get(id)).useCount).toBe(0);
});

/** Creates a conflict: both devices replace the secret before they sync. */
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

test('if two devices replace a secret at once, the later secret is used, and the other secret is reported and goes to the trash', async () => {
  const { desktop, laptop, id, secrets } = await conflict();
  for (const { vault } of [desktop, laptop])
    expect((await vault.get(id)).otp.secret).toEqual(secrets[1]);
  const [found] = (await viewOf(desktop))?.conflicts ?? [];
  expect(found).toMatchObject({ id, part: 'otp' });
  expect(found?.versions.map(({ device }) => device)).toEqual(['Laptop', '']);
  const [copy] = await laptop.vault.trash.list();
  expect(copy?.issuer).toBe('GitHub (other version, from Desktop)');
  expect((await desktop.status.read())?.needsPerson).toBe(true);
});

test('another version is named after its device even if it was in the first file of that device', async () => {
  const { desktop, laptop } = await both();
  const [id = ''] = await desktop.vault.add([draft('GitHub')]);
  await settle(desktop, laptop);
  const phone = await syncDevice(store.transport, { clock });
  await pair(desktop, phone, 'Phone');
  tick();
  await phone.vault.update(id, () => ({ otp: makeOtp({ secret: new Uint8Array(20).fill(1) }) }));
  await phone.service.syncNow();
  tick();
  await laptop.vault.update(id, () => ({ otp: makeOtp({ secret: new Uint8Array(20).fill(2) }) }));
  await laptop.service.syncNow();
  const [copy] = await laptop.vault.trash.list();
  expect(copy?.issuer).toBe('GitHub (other version, from Phone)');
});

test('choosing the other version of a secret ends the conflict on both devices', async () => {
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

test('two entries with the same secret are reported as duplicates and can be merged', async () => {
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
