import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { consumeRegionRequest, isNumber, pickRegion, storedValue } from '../../../lib/platform';

const executeScript = vi.fn(() => Promise.resolve());
let tabs: { id?: number }[];
const regionTab = storedValue('session', 'region-tab', isNumber);

beforeEach(() => {
  tabs = [{ id: 7 }];
  fakeBrowser.reset();
  executeScript.mockReset().mockResolvedValue(undefined);
  Object.assign(fakeBrowser.tabs, { query: () => Promise.resolve(tabs) });
  Object.assign(fakeBrowser, { scripting: { executeScript } });
});

test('a drawn rectangle is accepted once, and only in the tab in which the user asked for it', async () => {
  await pickRegion(regionTab);
  expect(executeScript).toHaveBeenCalledWith({
    target: { tabId: 7 },
    files: ['/pick-region.js'],
  });
  expect(await consumeRegionRequest(regionTab, 8)).toBe(false);
  expect(await consumeRegionRequest(regionTab, 7)).toBe(true);
  expect(await consumeRegionRequest(regionTab, 7)).toBe(false);
});

test("a page that extensions can't script is reported", async () => {
  executeScript.mockRejectedValue(new Error('Cannot access chrome:// URL'));
  await expect(pickRegion(regionTab)).rejects.toThrow('scan/forbidden-page');
});

test.each([
  ['without a tab', []],
  ['in a tab without an id', [{}]],
])('%s, no rectangle is requested', async (_, found) => {
  tabs = found;
  await expect(pickRegion(regionTab)).rejects.toThrow('scan/forbidden-page');
  expect(await regionTab.read()).toBeNull();
  expect(executeScript).not.toHaveBeenCalled();
});
