import { popupPath } from '../support/popupPath.mjs';
import { expect, extensionFolder, test } from './fixtures';

test('what runs before the first code is less than 60 kB of JavaScript', () => {
  const bytes = popupPath(extensionFolder);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(60_000);
});
