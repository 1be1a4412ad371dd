import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './support/browsers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = {
  '#i18n': at('./support/i18n.ts'),
  'wxt/browser': at('./support/fakeBrowser.ts'),
};

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    maxWorkers: 2,
    // Timeout for real key derivations and pictures on slow, busy machines.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        // Node's fetch can't read files. The browser loads the wasm file like the extension does.
        resolve: {
          alias: { 'zxing-wasm/reader/zxing_reader.wasm?url': at('./support/zxingWasm.ts') },
        },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? '', args: chromiumFlags },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
