// npm run icons: draws public/icon/*.png from icon.svg.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from './browsers.mjs';
import { root } from './processes.mjs';

const drawing = readFileSync(new URL('icon.svg', import.meta.url), 'utf8');
const folder = join(root, 'public', 'icon');
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: chromiumFlags,
});
for (const size of [16, 32, 48, 96, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${drawing}`,
  );
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
