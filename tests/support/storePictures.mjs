import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pictureWorld } from './pictureWorld.mjs';
import { root } from './processes.mjs';

/** The sizes of the screenshots. With a smaller `scale`, a small picture shows more of a page. */
const screenshots = [
  // Chrome, Edge and Firefox.
  { width: 1280, height: 800, scale: 1 },
  // Opera.
  { width: 612, height: 408, scale: 0.6 },
];
/** The sizes of the tile and the banner of Chrome and Edge, and of Opera's tile. */
const tiles = [
  { width: 440, height: 280 },
  { width: 1400, height: 560 },
  { width: 300, height: 188 },
];

/** Throws if a PNG hasn't this size, or has transparency, which stores refuse. */
const check = (png, name, width, height) => {
  const [is, high] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const rgb = 2;
  if (is !== width || high !== height || png[25] !== rgb)
    throw new Error(`${name} has ${is} × ${high} pixels and color type ${png[25]}.`);
};

const address = (bytes, kind) => `data:image/${kind};base64,${bytes.toString('base64')}`;

/** Returns the HTML of a backdrop with the name, the short description and pictures of the popup. */
const backdrop = ({ width, height, popups, t }) => {
  const icon = address(readFileSync(join(root, 'tests/support/icon.svg')), 'svg+xml');
  const isSmall = width < 500;
  const unit = Math.min(width / 100, height / 50);
  return `<!doctype html><html dir="${t('locale.direction')}"><style>
    body { margin: 0; inline-size: ${width}px; block-size: ${height}px; box-sizing: border-box; overflow: hidden;
      display: flex; align-items: center; gap: ${4 * unit}px; padding: 0 ${6 * unit}px;
      font: ${2.4 * unit}px/1.4 system-ui, sans-serif; color: #fff; background: linear-gradient(135deg, #10323c, #0a6a5c); }
    div { flex: 1; }
    .icon { inline-size: ${10 * unit}px; }
    h1 { font-size: ${6 * unit}px; margin: ${unit}px 0; }
    p { margin: 0; }
    .popup { block-size: ${isSmall ? 150 : 72}%; border-radius: ${1.2 * unit}px; box-shadow: 0 ${unit}px ${4 * unit}px #0008;
      ${isSmall ? 'align-self: flex-start; margin-block-start: 10%;' : ''} }
    .popup + .popup { z-index: -1; margin-inline-start: ${-24 * unit}px; margin-block-start: ${12 * unit}px; }
  </style><div><img class="icon" src="${icon}"><h1>${t('extension.name')}</h1>
  ${isSmall ? '' : `<p>${t('extension.description')}</p>`}</div>
  ${popups.map((popup) => `<img class="popup" src="${address(popup, 'png')}">`).join('')}`;
};

/** Takes the pictures of one language's listing, in a browser with a filled vault. */
const takeAll = async (world, folder) => {
  const save = async (page, name, { width, height }) => {
    const png = Buffer.from(await page.screenshot());
    check(png, name, width, height);
    writeFileSync(join(folder, `${name}-${width}x${height}.png`), png);
  };
  const popupIn = async (scheme) => {
    // Codes that are about to change are red, and codes that just changed show the previous code.
    while (Math.abs((Date.now() % 30_000) - 12_000) > 6000) await wait(200);
    const popup = await world.openPopup({ scale: 2, scheme });
    const picture = Buffer.from(await popup.screenshot());
    await popup.close();
    return picture;
  };
  const light = await popupIn('light');
  const dark = await popupIn('dark');
  const compose = async (name, size, popups) => {
    const page = await world.browser.newPage();
    await page.setViewport(size);
    await page.setContent(backdrop({ ...size, popups, t: world.t }));
    await save(page, name, size);
    await page.close();
  };
  for (const tile of tiles) await compose('tile', tile, [light]);
  for (const size of screenshots) await compose('screenshot-1', size, [light, dark]);
  const pages = [
    await world.open('manage.html#/', 1280, 800),
    await world.open('manage.html#/import', 1280, 800),
    await world.open('manage.html#/codes', 1280, 800, { scheme: 'dark' }),
    await world.openSecurityTab(1280, 800),
  ];
  for (const [at, page] of pages.entries()) {
    await page.bringToFront();
    await page.locator('main').wait();
    for (const { width, height, scale } of screenshots) {
      await page.setViewport({
        width: width / scale,
        height: height / scale,
        deviceScaleFactor: scale,
      });
      // The page may show its last content only after a read.
      await wait(1000);
      await save(page, `screenshot-${at + 2}`, { width, height });
    }
  }
};

/** Takes the pictures of the store listings in these languages, in English by default. */
export const storePictures = async (languages) => {
  for (const file of languages.length > 0 ? languages : ['en']) {
    const folder = join(root, '.output', 'pictures', 'store', file);
    mkdirSync(folder, { recursive: true });
    const world = await pictureWorld(file);
    await world.fillVault();
    await world.dismissReminder();
    await takeAll(world, folder);
    await world.browser.close();
    console.log(folder);
  }
};
