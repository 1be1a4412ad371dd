import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { copyText, isText, storedValue } from '../../../lib/platform';

const writeText = vi.fn(() => Promise.resolve());
const pending = storedValue('session', 'clipboard', isText);

beforeEach(() => {
  fakeBrowser.reset();
  writeText.mockClear();
  vi.stubGlobal('navigator', { clipboard: { writeText } });
});

test("the clearing of a copied code is scheduled, and the code itself isn't stored", async () => {
  const before = Date.now();
  await copyText('123456', { clearAfter: 30, pending, alarm: 'clear' });
  expect(writeText).toHaveBeenCalledWith('123456');
  const alarm = await fakeBrowser.alarms.get('clear');
  expect(alarm?.scheduledTime).toBeGreaterThanOrEqual(before + 30_000);
  const stored = await pending.read();
  expect(stored).toBeTruthy();
  expect(stored).not.toContain('123456');
});

test('nothing is scheduled if copied codes are never cleared', async () => {
  await copyText('123456', { clearAfter: 0, pending, alarm: 'clear' });
  expect(writeText).toHaveBeenCalledWith('123456');
  expect(await fakeBrowser.alarms.get('clear')).toBeFalsy();
  expect(await pending.read()).toBeNull();
});
