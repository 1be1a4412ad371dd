import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { alarms, stored } from '../../../lib/authenticator/state';
import { copyText } from '../../../lib/platform';
import { startClipboardClearing } from '../../../lib/authenticator/background';
import { eventually } from '../../support/eventually';

const clearing = {
  clearAfter: 30,
  pending: stored.pendingClear,
  alarm: alarms.clearClipboard,
};

/** Waits until a fingerprint is stored, and returns it: the salt, and SHA-256 of "salt.123456". */
async function waiting() {
  const held = await fakeBrowser.storage.session.get<Record<string, unknown>>('clipboard/pending');
  const print = String(held['clipboard/pending']);
  const [salt = '', hash] = print.split('.');
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
  expect(hash).toBe(createHash('sha256').update(`${salt}.123456`).digest('hex'));
  return print;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.resolve() } });
});
afterEach(() => vi.unstubAllGlobals());

/**
 * Simulates Chromium's offscreen document, of which only one can exist. The document reports when it has cleared
 * the clipboard.
 */
function offscreen(isOpen: boolean) {
  const channel = new BroadcastChannel('tessera-clipboard');
  const cleared: unknown[] = [];
  let open = isOpen;
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    cleared.push(data);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes none
    channel.postMessage({ done: true });
  });
  const api = {
    createDocument: () => {
      if (open)
        return Promise.reject(new Error('Only a single offscreen document may be created.'));
      open = true;
      return Promise.resolve();
    },
    closeDocument: () => {
      if (!open) return Promise.reject(new Error('No current offscreen document.'));
      open = false;
      return Promise.resolve();
    },
  };
  Object.assign(fakeBrowser, { offscreen: api });
  return { cleared, isOpen: () => open, end: () => channel.close() };
}

test.each([
  ['no offscreen document is open', false],
  ['the background ended before it could close the offscreen document', true],
])('clears the clipboard if %s', async (_what, isOpen) => {
  const document = offscreen(isOpen);
  startClipboardClearing();
  await copyText('123456', clearing);
  const print = await waiting();
  await fakeBrowser.alarms.onAlarm.trigger({
    name: 'clipboard.clear',
    scheduledTime: 0,
    persistAcrossSessions: true,
  });
  await eventually(() => expect(document.cleared).toEqual([print]));
  await eventually(() => expect(document.isOpen()).toBe(false));
  expect(await fakeBrowser.storage.session.get('clipboard/pending')).toEqual({});
  document.end();
});

test('stores a different fingerprint for each copied code, and never the code itself', async () => {
  await copyText('123456', clearing);
  const first = await waiting();
  await copyText('123456', clearing);
  expect(await waiting()).not.toBe(first);
});
