import { beforeEach, expect, test } from 'vitest';
import { pair, passphrase, syncDevice } from '../../support/syncDevice';
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
  tick,
  time,
  viewOf,
} from './syncedDevices';

const day = 86_400_000;

beforeEach(startOver);

/**
 * The laptop is away for more than 180 days. Meanwhile the desktop deletes an account permanently, adds another and
 * keeps syncing, until it forgets the deletion.
 */
async function longAbsence() {
  const { desktop, laptop } = await both();
  const [id = ''] = await desktop.vault.add([draft('GitHub')]);
  await settle(desktop, laptop);
  await desktop.vault.remove([id]);
  await desktop.vault.trash.purge([id]);
  await desktop.vault.add([draft('Mail')]);
  for (let month = 0; month < 7; month++) {
    time.now += 30 * day;
    await desktop.vault.unlock(passphrase);
    await settle(desktop);
  }
  await laptop.vault.unlock(passphrase);
  await laptop.service.syncNow();
  return { desktop, laptop, id };
}

test('a device that was away for more than 180 days asks which of its accounts to keep before it merges', async () => {
  const { desktop, laptop, id } = await longAbsence();
  expect((await viewOf(laptop))?.strangers).toMatchObject([{ id, issuer: 'GitHub' }]);
  expect((await laptop.status.read())?.needsPerson).toBe(true);
  expect(await issuers(laptop)).toEqual(['GitHub']);
  await settle(laptop, desktop);
  expect(await issuers(desktop)).toEqual(['Mail']);
});

test('after a long absence, the accounts that the user keeps return to the other devices', async () => {
  const { desktop, laptop, id } = await longAbsence();
  await laptop.service.keepStrangers([id]);
  await settle(laptop, desktop);
  for (const device of [desktop, laptop])
    expect((await issuers(device)).toSorted()).toEqual(['GitHub', 'Mail']);
  expect((await viewOf(laptop))?.strangers).toBeNull();
});

test('after a long absence, the accounts that the user does not keep go to the trash', async () => {
  const { desktop, laptop } = await longAbsence();
  await laptop.service.keepStrangers([]);
  await settle(laptop, desktop);
  for (const device of [desktop, laptop]) expect(await issuers(device)).toEqual(['Mail']);
  expect((await laptop.vault.trash.list()).map(({ issuer }) => issuer)).toEqual(['GitHub']);
});

test('an account that is deleted permanently on one device while another edits it is kept and named', async () => {
  const { desktop, laptop } = await both();
  const [id = ''] = await desktop.vault.add([draft('GitHub')]);
  await settle(desktop, laptop);
  await desktop.vault.remove([id]);
  await desktop.vault.trash.purge([id]);
  tick();
  await laptop.vault.update(id, () => ({ note: 'still needed' }));
  await settle(desktop, laptop);
  for (const { vault } of [desktop, laptop]) {
    const [kept] = await vault.list();
    expect(kept).toMatchObject({ issuer: 'GitHub' });
    expect(kept?.id).not.toBe(id);
  }
  const views = await Promise.all([desktop, laptop].map(viewOf));
  const named = views.flatMap((view) => view?.again ?? []);
  expect(new Set(named.map(({ issuer }) => issuer))).toEqual(new Set(['GitHub']));
});

test('a device whose clock is two days off is shown with the difference', async () => {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock: () => clock() + 2 * day });
  await pair(desktop, laptop, 'Laptop');
  await settle(desktop, laptop);
  const [device] = (await viewOf(desktop))?.devices ?? [];
  expect(device?.name).toBe('Laptop');
  expect(device?.clockOff).toBeGreaterThan(1.9 * day);
});

test('a folder with the files of more than 64 devices is refused', async () => {
  const { desktop } = await both();
  const name = [...store.files.keys()].find((each) => each.endsWith('.tsync')) ?? '';
  const copy = { bytes: new Uint8Array(), modified: time.now };
  for (let count = 0; count < 63; count++) {
    const replica = count.toString(16).padStart(16, 'f');
    store.files.set(name.replace(/-[0-9a-f]{16}-/, `-${replica}-`), copy);
  }
  await desktop.service.syncNow();
  expect(await failureOf(desktop)).toBe('sync/too-many-devices');
});
