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
    waits.push((failure?.retryAt ?? 0) - time.now);
    expect(needsPerson).toBe(false);
    time.now = failure?.retryAt ?? 0;
  }
  expect(waits).toEqual([60_000, 120_000, 240_000]);
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
