import { beforeEach, expect, test } from 'vitest';
import type { ErrorCode } from '../../../lib/errors';
import { draft } from '../../support/vaultWorld';
import {
  both,
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

test('if the sync folder is emptied, nothing is deleted, and files are published again only when the user agrees', async () => {
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

test('a sync folder that was reset to an earlier state is repaired, and the user is notified once', async () => {
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
  'after the error %s, sync stops until the user starts it again',
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

test('if the server is unreachable, sync retries after one, two and four minutes', async () => {
  const desktop = await first();
  desktop.failing.code = 'sync/unreachable';
  const waits: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    await desktop.service.syncNow();
    const { failure, needsPerson } = (await desktop.status.read()) ?? {};
    waits.push((failure?.retryAt ?? 0) - time.now);
    expect(needsPerson).toBe(false);
    time.now = failure?.retryAt ?? 0;
  }
  expect(waits).toEqual([60_000, 120_000, 240_000]);
});

test('a copied browser profile continues as a new device', async () => {
  const { desktop, laptop } = await both();
  await desktop.vault.add([draft('GitHub')]);
  const record = await desktop.vault.replication.record();
  await settle(desktop, laptop);
  const before = await desktop.vault.replication.replica();
  // Restores the profile's earlier sync record, while the folder keeps the files that were written since.
  await desktop.vault.replication.exchange(() => ({ put: [], drop: [], record }));
  await settle(desktop, laptop);
  expect(await desktop.vault.replication.replica()).not.toBe(before);
  expect(await issuers(laptop)).toEqual(['GitHub']);
  expect(await failureOf(desktop)).toBeNull();
});
