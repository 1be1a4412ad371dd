import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { copyText, startClipboardClearing } from '../../../lib/platform';

/** SHA-256 of "123456", as sha256sum has it. */
const print = '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.resolve() } });
});
afterEach(() => vi.unstubAllGlobals());

/** Chromium's offscreen document: there can be one at a time; it says when the clipboard is cleared. */
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
  ['is none', false],
  ['is one that the background could not close before it ended', true],
])('the clipboard is cleared where there %s', async (_what, isOpen) => {
  const document = offscreen(isOpen);
  startClipboardClearing();
  await copyText('123456', 30);
  await fakeBrowser.alarms.onAlarm.trigger({
    name: 'clipboard.clear',
    scheduledTime: 0,
    persistAcrossSessions: true,
  });
  await vi.waitFor(() => expect(document.cleared).toEqual([print]));
  await vi.waitFor(() => expect(document.isOpen()).toBe(false));
  expect(await fakeBrowser.storage.session.get('clipboard/pending')).toEqual({});
  document.end();
});

test('a copied code waits to be cleared without being kept itself', async () => {
  await copyText('123456', 30);
  expect(await fakeBrowser.storage.session.get()).toEqual({ 'clipboard/pending': print });
});
