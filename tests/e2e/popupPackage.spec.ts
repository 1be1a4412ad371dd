import { popupPath } from '../support/popupPath.mjs';
import { expect, extensionFolder, test } from './fixtures';

test('the popup runs less than 60 kB of JavaScript before it shows the first code', () => {
  const bytes = popupPath(extensionFolder);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(60_000);
});
