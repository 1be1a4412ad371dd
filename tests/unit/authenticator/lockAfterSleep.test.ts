import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lockAfterSleep } from '../../../lib/authenticator/background/lockAfterSleep';
import { vaultWorld } from '../../support/vaultWorld';

beforeEach(() => fakeBrowser.reset());

const minute = 60_000;
const alarm = () => fakeBrowser.alarms.get('vault.awake');

/**
 * Starts the background with an unlocked vault. Returns the vault and a function that fires the alarm some
 * milliseconds late.
 */
async function background() {
  const start = 1_800_000_000_000;
  let now = start;
  const clock = () => now;
  const world = await vaultWorld(clock);
  const vault = world.open({ session: fakeBrowser.storage.session });
  lockAfterSleep(vault, clock);
  await vault.create('correct horse');
  await expect.poll(alarm).toMatchObject({ periodInMinutes: 1 });
  const ring = async (late: number) => {
    now = start + minute + late;
    await fakeBrowser.alarms.onAlarm.trigger({
      name: 'vault.awake',
      scheduledTime: start + minute,
      persistAcrossSessions: true,
    });
  };
  return { vault, ring };
}

test('locks the vault after the computer slept, even before the lock was due', async () => {
  const { vault, ring } = await background();
  await ring(3 * minute);
  await expect.poll(() => vault.state()).toBe('locked');
  await expect.poll(alarm).toBeUndefined();
});

test("an alarm that fires late on a slow computer doesn't lock the vault", async () => {
  const { vault, ring } = await background();
  await ring(1.5 * minute);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await vault.state()).toBe('unlocked');
});

test("using the vault doesn't postpone the alarm that detects sleep", async () => {
  const { vault } = await background();
  const first = await alarm();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await vault.touch();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await alarm()).toEqual(first);
});

test('clears the alarm of a browser session that has ended', async () => {
  const { ring } = await background();
  await fakeBrowser.storage.session.clear();
  await fakeBrowser.alarms.create('vault.awake', { periodInMinutes: 1 });
  await ring(3 * minute);
  await expect.poll(alarm).toBeUndefined();
});
