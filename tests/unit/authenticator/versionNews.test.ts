import { expect, test } from 'vitest';
import { markNewsRead, noteUpdate, readUnreadVersion } from '../../../lib/authenticator/state';
import { fakeBrowser } from 'wxt/testing/fake-browser';

test.each([
  ['0.1.0', '0.2.0', '0.2.0'],
  ['0.9.4', '1.0.0', '1.0.0'],
  ['1.0', '1.1', '1.1'],
  ['1.2.3', '1.2.4', null],
  ['1.2.0', '1.2.0', null],
  ['1.1.0', '1.10.0', '1.10.0'],
])('after an update from %s to %s the unread version is %s', async (from, to, unread) => {
  fakeBrowser.reset();
  await noteUpdate(from, to);
  expect(await readUnreadVersion()).toBe(unread);
});

test('unread news stays unread after a patch update', async () => {
  fakeBrowser.reset();
  await noteUpdate('1.0.0', '1.1.0');
  await noteUpdate('1.1.0', '1.1.1');
  expect(await readUnreadVersion()).toBe('1.1.0');
});

test('news is read once the user has opened it', async () => {
  fakeBrowser.reset();
  await noteUpdate('1.0.0', '1.1.0');
  await markNewsRead();
  expect(await readUnreadVersion()).toBeNull();
});
