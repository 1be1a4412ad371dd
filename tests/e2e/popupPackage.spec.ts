import { popupPath } from '../support/popupPath.mjs';
import { expect, extensionFolder, test } from './fixtures';

test('what runs before the first code is less than 63.5 kB of JavaScript', () => {
  const bytes = popupPath(extensionFolder);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(63_500);
});
