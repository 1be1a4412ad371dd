import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { extractBackupCodes } from '../../../lib/platform';

const executeScript = vi.fn<() => Promise<{ result?: unknown }[]>>();

const found = (codes: readonly string[], isMarked = false) => ({
  result: { codes: codes.map((code) => ({ code, line: `Code ${code}` })), isMarked },
});

beforeEach(() => {
  fakeBrowser.reset();
  executeScript.mockReset();
  Object.assign(fakeBrowser, { scripting: { executeScript } });
});

test('the frame with the most codes is chosen', async () => {
  executeScript.mockResolvedValue([found(['1111']), found(['2222', '3333']), found([])]);
  expect(await extractBackupCodes(7)).toEqual([
    { code: '2222', line: 'Code 2222' },
    { code: '3333', line: 'Code 3333' },
  ]);
});

test('the frame with a selection is chosen over a frame with more codes', async () => {
  executeScript.mockResolvedValue([found(['2222', '3333']), found(['1111'], true)]);
  expect(await extractBackupCodes(7)).toEqual([{ code: '1111', line: 'Code 1111' }]);
});

test.each([
  ['null, as for a frame that is gone', null],
  ['nothing', undefined],
  ['a text', 'codes'],
  ['codes that are no list', { codes: 'all', isMarked: true }],
])('a frame whose script returns %s has no codes', async (_, result) => {
  executeScript.mockResolvedValue([{ result }, found(['1111'])]);
  const codes = await extractBackupCodes(7);
  expect(codes.filter(({ code }) => code !== '1111')).toEqual([]);
});

test("items that aren't codes are omitted", async () => {
  const codes = [null, { code: 1, line: 'one' }, { code: '1111' }, { code: '2222', line: 'two' }];
  executeScript.mockResolvedValue([{ result: { codes, isMarked: false } }]);
  expect(await extractBackupCodes(7)).toEqual([{ code: '2222', line: 'two' }]);
});

test("a page that extensions can't script is reported", async () => {
  executeScript.mockRejectedValue(new Error('Cannot access chrome:// URL'));
  await expect(extractBackupCodes(7)).rejects.toThrow('scan/forbidden-page');
});
