import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillPage, findFrame, foreignFrames } from '../../../lib/platform/fillPage';
import { pageLinks } from '../../../lib/platform/pageLinks';

interface Injected {
  readonly target: object;
  readonly args?: readonly unknown[];
  readonly func?: (...given: readonly unknown[]) => unknown;
}

let results: { frameId: number; result?: unknown }[];
const executeScript = vi.fn((injected: Injected) =>
  Promise.resolve(injected.func || injected.args ? results : []),
);

beforeEach(() => {
  executeScript.mockClear();
  Object.assign(fakeBrowser.tabs, { query: () => Promise.resolve([{ id: 7 }]) });
  Object.assign(fakeBrowser, { scripting: { executeScript } });
});

const site = { tab: 7, host: 'example.com', secure: true };

test.each(['field', 'boxes'])('finds the frame with a %s', async (result) => {
  results = [
    { frameId: 1, result: 'none' },
    { frameId: 3, result },
  ];
  expect(await findFrame(site, 'login.example', 6)).toEqual({
    tab: 7,
    host: 'login.example',
    secure: true,
    frame: 3,
  });
});

test('finds no frame if no frame has a field', async () => {
  results = [{ frameId: 1, result: 'none' }, { frameId: 2 }];
  expect(await findFrame(site, 'login.example', 6)).toBeNull();
});

test('a code is sent only to the chosen frame, or to the page if no frame was chosen', async () => {
  results = [{ frameId: 3, result: 'field' }];
  await fillPage({ ...site, frame: 3 }, '123456');
  expect(executeScript.mock.calls.map(([{ target }]) => target)).toEqual(
    [1, 2].map(() => ({ tabId: 7, frameIds: [3] })),
  );
  executeScript.mockClear();
  await fillPage(site, '123456');
  expect(executeScript.mock.calls.map(([{ target }]) => target)).toEqual(
    [1, 2].map(() => ({ tabId: 7 })),
  );
});

test('on a page that has navigated away, the fill function is missing and the result is "none"', async () => {
  results = [{ frameId: 0, result: 'field' }];
  await fillPage(site, '123456');
  const call = executeScript.mock.lastCall?.[0].func;
  expect(call?.('tesseraFill', '123456')).toBe('none');
  vi.stubGlobal('tesseraFill', (code: string) => `filled ${code}`);
  expect(call?.('tesseraFill', '123456')).toBe('filled 123456');
  vi.unstubAllGlobals();
});

test('only addresses that are text count as frames of another host', async () => {
  results = [{ frameId: 0, result: ['https://pay.example/a', 5, null, 'http://plain.example/'] }];
  expect(await foreignFrames(site)).toEqual(['https://pay.example']);
});

test('only links that are text are read from a page, each once', async () => {
  const link = 'otpauth://totp/me?secret=JBSWY3DP';
  results = [
    { frameId: 0, result: [link, 5, null] },
    { frameId: 1, result: [link] },
    { frameId: 2 },
  ];
  expect(await pageLinks()).toEqual([link]);
});
