import { defineConfig } from '@playwright/test';
import { patience } from './patience';

/**
 * Configures the tests of the built extension in the real browser. They require the output of `wxt build`, which
 * `npm test` runs first.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  fullyParallel: false,
  timeout: 4 * patience,
  expect: { timeout: patience, toPass: { timeout: 2 * patience } },
  reporter: 'list',
});
