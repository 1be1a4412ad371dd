import { beforeEach, expect, test } from 'vitest';
import { makeOtp } from '../../../lib/otp';
import { draft } from '../../support/vaultWorld';
import { both, issuers, settle, startOver, store, tick, time, viewOf } from './syncedDevices';

beforeEach(startOver);

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
  await desktop.vault.update(id, (entry) => ({ usedAt: time.now, useCount: entry.useCount + 1 }));
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
