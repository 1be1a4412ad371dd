import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startClipboardClearing } from '../../../lib/platform';

beforeEach(() => fakeBrowser.reset());

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
  await fakeBrowser.storage.session.set({ 'clipboard/pending': '123456' });
  await fakeBrowser.alarms.onAlarm.trigger({
    name: 'clipboard.clear',
    scheduledTime: 0,
    persistAcrossSessions: true,
  });
  await vi.waitFor(() => expect(document.cleared).toEqual(['123456']));
  await vi.waitFor(() => expect(document.isOpen()).toBe(false));
  expect(await fakeBrowser.storage.session.get('clipboard/pending')).toEqual({});
  document.end();
});
