import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startSync } from '../../../lib/authenticator/background';
import { syncStored } from '../../../lib/authenticator/state';
import { vaultStorageKeys } from '../../../lib/platform/vault';
import type { RoundOptions, Sync } from '../../../lib/sync';
import { noStatus } from '../../../lib/sync/SyncStatus';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => vi.useRealTimers());

/** Starts the background. `during` runs in each round. */
function background(during: () => Promise<void> = () => Promise.resolve()) {
  const rounds: string[] = [];
  const run = (when: 'now' | 'due', _options?: RoundOptions) => {
    rounds.push(when);
    return during();
  };
  const sync: Pick<Sync, 'run'> = { run };
  startSync(sync as Sync);
  return { rounds };
}

const settle = () => vi.advanceTimersByTimeAsync(1);
const ring = async (name: string) => {
  await fakeBrowser.alarms.onAlarm.trigger({
    name,
    scheduledTime: 0,
    persistAcrossSessions: true,
  });
  await settle();
};
const changeVault = (head: string) =>
  fakeBrowser.storage.local.set({ [vaultStorageKeys.head]: head });
const unlock = () => fakeBrowser.storage.session.set({ [vaultStorageKeys.session]: { at: 1 } });
const use = () =>
  fakeBrowser.storage.session.set({ [vaultStorageKeys.session]: { at: Date.now() } });

test('syncs every 15 minutes', async () => {
  const { rounds } = background();
  await settle();
  expect((await fakeBrowser.alarms.get('sync.round'))?.periodInMinutes).toBe(15);
  await ring('sync.round');
  expect(rounds).toEqual(['due']);
});

test('ignores alarms of other features', async () => {
  const { rounds } = background();
  await ring('vault.backup');
  expect(rounds).toEqual([]);
});

test('syncs 20 seconds after the last of several changes', async () => {
  const { rounds } = background();
  await changeVault('a');
  await vi.advanceTimersByTimeAsync(15_000);
  await changeVault('b');
  await vi.advanceTimersByTimeAsync(19_000);
  expect(rounds).toEqual([]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(rounds).toEqual(['due']);
});

test('sets an alarm after a change, in case the background stops before the sync', async () => {
  background();
  await changeVault('a');
  await settle();
  expect(await fakeBrowser.alarms.get('sync.soon')).toBeDefined();
});

test('sets an alarm for another round, in case the background stops in the middle of a round', async () => {
  const { rounds } = background(() => new Promise(() => undefined));
  await ring('sync.soon');
  expect(rounds).toEqual(['due']);
  expect(await fakeBrowser.alarms.get('sync.soon')).toBeDefined();
});

test('clears that alarm after the round', async () => {
  background();
  await ring('sync.soon');
  expect(await fakeBrowser.alarms.get('sync.soon')).toBeUndefined();
});

test('keeps the alarm if the vault changed during the round', async () => {
  background(() => changeVault('b'));
  await ring('sync.round');
  expect(await fakeBrowser.alarms.get('sync.soon')).toBeDefined();
});

test("doesn't sync again because of changes that a sync itself has written", async () => {
  const { rounds } = background();
  await changeVault('a');
  await vi.advanceTimersByTimeAsync(21_000);
  expect(rounds).toHaveLength(1);
  await fakeBrowser.storage.local.set({ other: 1 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rounds).toHaveLength(1);
});

test('syncs at unlock, even after a failure that needs the user', async () => {
  const { rounds } = background();
  const failure = { code: 'sync/unauthorized', facts: {}, retryAt: null };
  await syncStored.status.write({ ...noStatus, failure } as never);
  await unlock();
  await settle();
  expect(rounds).toEqual(['due']);
  expect(await syncStored.status.read()).toMatchObject({ failure: null });
});

test('syncs when the vault is used two minutes after the last sync', async () => {
  const { rounds } = background();
  await unlock();
  await settle();
  await syncStored.status.write({ ...noStatus, endedAt: Date.now() } as never);
  await use();
  await settle();
  expect(rounds).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(130_000);
  await use();
  await settle();
  expect(rounds).toHaveLength(2);
});

test("doesn't sync when the vault locks", async () => {
  const { rounds } = background();
  await unlock();
  await settle();
  await fakeBrowser.storage.session.remove(vaultStorageKeys.session);
  await settle();
  expect(rounds).toHaveLength(1);
});
