import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fitsContent, viewKind } from '../../../lib/platform';

afterEach(() => vi.unstubAllGlobals());

/** Opens a window as one of the extension's views, in a browser with or without the windows API. */
function open({ popup, windows }: { popup: boolean; windows: boolean }): void {
  const view = {};
  vi.stubGlobal('window', view);
  Object.defineProperty(fakeBrowser, 'windows', {
    value: windows ? {} : undefined,
    configurable: true,
  });
  Object.assign(fakeBrowser.extension, { getViews: () => (popup ? [view] : []) });
}

test('the toolbar popup takes the size of its content', () => {
  open({ popup: true, windows: true });
  expect([viewKind(), fitsContent()]).toEqual(['popup', true]);
});

test('a popup fills the screen in Firefox for Android, which has no windows', () => {
  open({ popup: true, windows: false });
  expect([viewKind(), fitsContent()]).toEqual(['popup', false]);
});

test('a tab or a side panel keeps the size of its window', () => {
  open({ popup: false, windows: true });
  expect([viewKind(), fitsContent()]).toEqual(['page', false]);
});
