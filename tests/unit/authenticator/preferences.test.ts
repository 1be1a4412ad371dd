import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  defaultPreferences,
  lastSettings,
  readSettings,
  type Settings,
  watchSettings,
  writePreferences,
} from '../../../lib/authenticator/state';
import { eventually } from '../../support/eventually';

beforeEach(() => fakeBrowser.reset());

const values = async () => (await readSettings()).values;

test('returns the default preferences when nothing is stored', async () => {
  expect(await values()).toEqual(defaultPreferences);
});

test('returns the default preferences if storage fails, so that the popup still opens', async () => {
  const broken = vi
    .spyOn(fakeBrowser.storage.local, 'get')
    .mockRejectedValue(new Error('IO error'));
  expect(await values()).toEqual(defaultPreferences);
  broken.mockRestore();
});

test('saves a preference and notifies every watching page', async () => {
  const seen: Settings[] = [];
  const stop = watchSettings((settings) => seen.push(settings));
  await writePreferences({ theme: 'dark', lockAfter: 5 });
  expect(await values()).toMatchObject({ theme: 'dark', lockAfter: 5, hideCodes: false });
  await eventually(() => expect(seen.at(-1)?.values.theme).toBe('dark'));
  stop();
});

test('keeps both changes if two pages change different preferences at once', async () => {
  await Promise.all([writePreferences({ theme: 'dark' }), writePreferences({ hideCodes: true })]);
  expect(await values()).toMatchObject({ theme: 'dark', hideCodes: true });
});

test('ignores each invalid preference separately', async () => {
  await fakeBrowser.storage.local.set({
    preferences: { theme: 'pink', lockAfter: -1, hideCodes: 'yes', density: 'compact', other: 1 },
  });
  expect(await values()).toEqual({ ...defaultPreferences, density: 'compact' });
});

test("policy values override the user's preferences and are marked as fixed", async () => {
  await writePreferences({ hideCodes: false });
  await fakeBrowser.storage.managed.set({
    hideCodes: true,
    allowExport: false,
    passphraseMinLength: 14,
  });
  const settings = await readSettings();
  expect(settings.values.hideCodes).toBe(true);
  expect(settings.policy).toMatchObject({
    fixed: { hideCodes: true },
    allowExport: false,
    passphraseMinLength: 14,
  });
});

test('policy can only increase the minimum passphrase length', async () => {
  await fakeBrowser.storage.managed.set({ passphraseMinLength: 4 });
  expect((await readSettings()).policy.passphraseMinLength).toBe(8);
});

test.each([
  [60, 10],
  [0, 10],
  [5, 5],
])(
  'if policy allows at most 10 minutes before the lock, a preference of %i minutes becomes %i',
  async (chosen, held) => {
    await fakeBrowser.storage.managed.set({ lockAfterAtMost: 10 });
    await writePreferences({ lockAfter: chosen });
    expect((await values()).lockAfter).toBe(held);
  },
);

/** Delays the answer of `storage.managed`, as Chromium does for some seconds after its start. */
function delayManaged(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { managed } = fakeBrowser.storage;
  const read = managed.get.bind(managed);
  Object.assign(managed, { get: () => promise.then(() => read(null)) });
  restore = () => Object.assign(managed, { get: read });
  return resolve;
}
let restore = () => {};

describe('while the browser does not return the policy yet', () => {
  afterEach(() => restore());

  test('a page opens with the policy that was read last, then follows the new one', async () => {
    await fakeBrowser.storage.managed.set({ allowExport: false });
    await readSettings();
    await fakeBrowser.storage.managed.set({ allowExport: false, lockAfter: 3 });
    const answer = delayManaged();
    const first = await lastSettings();
    expect(first.policy.allowExport).toBe(false);
    expect(first.values.lockAfter).toBe(15);
    const seen: Settings[] = [];
    const stop = watchSettings((settings) => seen.push(settings));
    answer();
    await eventually(() => expect(seen.at(-1)?.values.lockAfter).toBe(3));
    expect((await lastSettings()).values.lockAfter).toBe(3);
    stop();
  });

  test('a changed preference applies at once', async () => {
    delayManaged();
    const seen: Settings[] = [];
    const stop = watchSettings((settings) => seen.push(settings));
    await writePreferences({ theme: 'dark' });
    await eventually(() => expect(seen.at(-1)?.values.theme).toBe('dark'));
    stop();
  });

  test('a page opens without a policy if none was ever read', async () => {
    delayManaged();
    expect((await lastSettings()).values).toEqual(defaultPreferences);
  });
});

test('a withdrawn policy no longer applies', async () => {
  await fakeBrowser.storage.managed.set({ allowExport: false });
  await readSettings();
  await fakeBrowser.storage.managed.clear();
  await readSettings();
  expect((await lastSettings()).policy.allowExport).toBe(true);
});

test('the documented policy schema has every preference and rule', () => {
  const schema = JSON.parse(readFileSync('public/managed_schema.json', 'utf8')) as {
    properties: Record<string, { title: string }>;
  };
  const rules = [
    'lockAfterAtMost',
    'passphraseMinLength',
    'requirePassphrase',
    'allowExport',
    'allowSync',
    'syncAddress',
  ];
  expect(new Set(Object.keys(schema.properties))).toEqual(
    new Set([...Object.keys(defaultPreferences), ...rules]),
  );
  for (const { title } of Object.values(schema.properties)) expect(title).not.toBe('');
});
