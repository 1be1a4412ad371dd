import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  startAutoLock,
  startBackups,
  startClipboardClearing,
  startEach,
  startFilling,
  startImageMenu,
  startTrashCollection,
  startWipeOnLock,
} from '../../../lib/authenticator/background';
import { downloadsOnly } from '../../support/backupTargets';
import { draft, vaultWorld } from '../../support/vaultWorld';

const targets = { ...downloadsOnly, write: () => Promise.resolve(false) };

let now = Date.now();

const setAccessLevel = vi.fn(() => Promise.resolve());

beforeEach(() => {
  fakeBrowser.reset();
  setAccessLevel.mockClear();
  for (const area of [fakeBrowser.storage.session, fakeBrowser.storage.local])
    Object.assign(area, { setAccessLevel });
});

/** Starts the background in a browser that lacks these parts of the API. */
async function started(missing: readonly string[]) {
  const present: Record<string, unknown> = {
    commands: { onCommand: { addListener: vi.fn() } },
    contextMenus: { onClicked: { addListener: vi.fn() }, create: vi.fn() },
    idle: { onStateChanged: { addListener: vi.fn() } },
    windows: {},
  };
  for (const name of Object.keys(present))
    Object.defineProperty(fakeBrowser, name, {
      value: missing.includes(name) ? undefined : present[name],
      configurable: true,
      writable: true,
    });
  const vault = (await vaultWorld(() => now)).open({ session: fakeBrowser.storage.session });
  await vault.create('correct horse');
  const failed: unknown[] = [];
  startEach(
    [
      () => startAutoLock(vault, 'Lock'),
      () => startTrashCollection(vault),
      () => startBackups(vault, targets),
      () => startFilling(() => Promise.resolve(), 'Fill'),
      startWipeOnLock,
      startClipboardClearing,
      () => startImageMenu('Add'),
    ],
    (error) => failed.push(error),
  );
  return { vault, failed };
}

test.each([
  [['commands']],
  [['contextMenus']],
  [['idle']],
  [['windows']],
  [['commands', 'contextMenus', 'idle', 'windows']],
])('the background works without %s', async (missing) => {
  const { vault, failed } = await started(missing);
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
  expect(failed).toEqual([]);
  await vault.add([draft('Example')]);
  await vi.waitFor(async () =>
    expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).toContain('vault.trash'),
  );
  // The vault still locks on time.
  await vi.waitFor(async () => expect(await vault.endsAt()).not.toBeNull());
  now = ((await vault.endsAt()) ?? 0) + 1;
  await fakeBrowser.alarms.onAlarm.trigger({
    name: 'vault.lock',
    scheduledTime: Date.now(),
    persistAcrossSessions: false,
  });
  await vi.waitFor(async () => expect(await vault.state()).toBe('locked'));
});

test('if a part of the background fails to start, reports the failure and starts the other parts', () => {
  const done: string[] = [];
  const failed: unknown[] = [];
  startEach(
    [
      () => done.push('first'),
      () => {
        throw new Error('no such API');
      },
      () => done.push('third'),
    ],
    (error) => failed.push(error),
  );
  expect(done).toEqual(['first', 'third']);
  expect(failed).toEqual([new Error('no such API')]);
});

test('denies content scripts access to session and local storage', async () => {
  await started([]);
  expect(setAccessLevel.mock.calls).toEqual([
    [{ accessLevel: 'TRUSTED_CONTEXTS' }],
    [{ accessLevel: 'TRUSTED_CONTEXTS' }],
  ]);
});
