// npm run bench -- popup [COUNT …]: measures the popup of the built extension: the time from navigation to the
// first painted codes, the main thread's work while the popup is open, the heap and the loaded JavaScript. Also
// measures an empty extension page for comparison.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumFlags, findChromium } from '../support/browsers.mjs';
import { gzippedLength, popupPath } from '../support/popupPath.mjs';
import { root } from '../support/processes.mjs';

const folder = join(root, '.output', 'chrome-mv3');
const rounds = 5;
const counts = process.argv.slice(2).map(Number);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Returns the seeding script as text, so that the page needs to load no script. */
async function seedScript() {
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'tests/bench/popup/seed.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  return output[0].code;
}

/**
 * Records when six codes were painted, in milliseconds since navigation. On an empty page, records the first
 * frame.
 */
function watch() {
  const look = () => {
    const codes = [...document.querySelectorAll('li [dir=ltr]')].filter((one) =>
      /^\d{3} \d{3}$/.test(one.textContent),
    );
    if (location.pathname !== '/popup.html' || codes.length >= 6)
      requestAnimationFrame(() => setTimeout(() => console.info(`painted ${performance.now()}`)));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Doesn't touch the page until the measurement is done, because every request to the page would be measured too.
 */
async function open(page, address) {
  const said = page.waitForEvent('console', (message) => message.text().startsWith('painted '));
  await page.goto(address);
  return Number((await said).text().split(' ')[1]);
}

/** Returns the gzipped bytes of the loaded scripts, including service icons. */
const scriptBytes = (addresses) =>
  [...addresses]
    .filter((address) => address.endsWith('.js'))
    .reduce((sum, address) => sum + gzippedLength(join(folder, new URL(address).pathname)), 0);

const isWelcome = (page) => page.url().endsWith('/manage.html#/welcome');

async function expectWelcome(context) {
  const welcome =
    context.pages().find(isWelcome) ?? (await context.waitForEvent('page', isWelcome));
  await welcome.close();
}

async function measure(count, script) {
  const context = await chromium.launchPersistentContext('', {
    executablePath: findChromium(),
    chromiumSandbox: false,
    viewport: { width: 360, height: 560 },
    args: [
      ...chromiumFlags,
      '--headless=new',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const at = (name) => `chrome-extension://${new URL(worker.url()).host}/${name}`;

  // The welcome page would take the focus from the measured page.
  await expectWelcome(context);

  const maker = await context.newPage();
  await maker.goto(at('popup.html'));
  for (const place of [0, 1]) await maker.locator('input').nth(place).fill('a bench passphrase');
  await maker.locator('button[type=submit]').click();
  await maker.getByRole('button', { name: 'Lock' }).waitFor();
  await maker.evaluate(script);
  await maker.evaluate(`seed(${count})`);
  await maker.close();

  const page = await context.newPage();
  await page.addInitScript(watch);
  const loaded = new Set();
  const [empty, times] = [[], []];
  for (let round = 0; round < rounds; round++) {
    empty.push(await open(page, at('offscreen.html')));
    page.on('request', (request) => loaded.add(request.url()));
    times.push(await open(page, at('popup.html')));
  }
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const metrics = async () =>
    Object.fromEntries(
      (await cdp.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
    );
  const before = await metrics();
  await page.waitForTimeout(10_000);
  const after = await metrics();
  const seconds = after.Timestamp - before.Timestamp;
  const result = {
    accounts: count,
    'empty page, ms': Math.round(median(empty)),
    'codes painted, ms': Math.round(median(times)),
    'main thread, ms a second': +(
      ((after.TaskDuration - before.TaskDuration) * 1000) /
      seconds
    ).toFixed(1),
    'heap, MB': +(before.JSHeapUsedSize / 1e6).toFixed(1),
    'scripts before the codes, kB gzip': +(popupPath(folder) / 1000).toFixed(1),
    'scripts in all': +(scriptBytes(loaded) / 1000).toFixed(1),
  };
  await context.close();
  return result;
}

const script = await seedScript();
const results = [];
for (const count of counts.length > 0 ? counts : [10, 100, 1000, 10_000])
  results.push(await measure(count, script));
console.table(results);
