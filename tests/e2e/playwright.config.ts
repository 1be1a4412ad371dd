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
  // One more than the two cores, because many tests wait for the next code.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  fullyParallel: false,
  timeout: 4 * patience,
  expect: { timeout: patience, toPass: { timeout: 2 * patience } },
  reporter: 'list',
});
