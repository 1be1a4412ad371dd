// npm run bench -- companion [members] [part of a call's name] measures each call of the account service over
// IndexedDB in Chromium, at 100 members and at 10,000 with 100,000 audit entries. Fails if a call takes more than
// three times as long at 10,000 members as at 100.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { chromiumFlags, findChromium } from '../support/browsers.mjs';
import { root } from '../support/processes.mjs';

const many = Number(process.argv[2] ?? 10_000);
const part = process.argv[3] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
await build({
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'error',
  build: {
    outDir: folder,
    emptyOutDir: false,
    target: 'esnext',
    rollupOptions: {
      input: join(root, 'tests/bench/companion/page.ts'),
      output: { entryFileNames: 'bench.js' },
    },
  },
});
writeFileSync(
  join(folder, 'index.html'),
  '<!doctype html><meta charset="utf-8"><script type="module" src="/bench.js"></script>',
);

// IndexedDB and WebCrypto need an origin of their own, which a file doesn't have.
const server = createServer(({ url = '/' }, response) => {
  const isScript = url === '/bench.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(readFileSync(join(folder, isScript ? 'bench.js' : 'index.html')));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await launch({
  executablePath: findChromium() ?? '',
  headless: true,
  pipe: true,
  args: chromiumFlags,
  protocolTimeout: 1_800_000,
});
let over = [];
try {
  const page = await browser.newPage();
  page.on('console', (message) => console.log(message.text()));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction('globalThis.bench');
  over = await page.evaluate(
    (members, name) => globalThis.bench([100, members], 3, name),
    many,
    part,
  );
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
if (over.length > 0) console.log(`More than 3 × its cost at 100 members: ${over.join(', ')}`);
process.exit(over.length > 0 ? 1 : 0);
