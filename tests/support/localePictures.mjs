import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firstTier, secondTier } from './localeTexts.mjs';
import { pictureWorld } from './pictureWorld.mjs';
import { root } from './processes.mjs';

const folder = join(root, '.output', 'pictures', 'locales');

/** Pages of the extension that hold most texts. */
const pages = ['add', 'import', 'export', 'security', 'sync', 'preferences', 'help', 'welcome'];

/**
 * Returns the texts that a page cuts off, and "the page" if the page is wider than its window. Runs in the page.
 */
const cutOff = () => {
  // oxlint-disable-next-line consistent-function-scoping -- the page has only this function
  const isCut = (one) =>
    one.checkVisibility() &&
    one.scrollWidth > one.clientWidth + 1 &&
    getComputedStyle(one).overflowX !== 'visible' &&
    !['auto', 'scroll'].includes(getComputedStyle(one).overflowX) &&
    getComputedStyle(one).clipPath === 'none' && // visually hidden
    one.innerText?.trim();
  const found = [...document.querySelectorAll('body *')].filter(isCut);
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...(scrollWidth > clientWidth + 1 ? ['the page'] : []),
    ...found.map((one) => one.innerText.trim().slice(0, 60)),
  ];
};

/** Takes the pictures of one language. Returns the texts that are cut off, each with its page. */
const takeLanguage = async (file) => {
  const world = await pictureWorld(file);
  const cut = [];
  const take = async (page, name) => {
    await page.locator('h1').wait();
    await wait(800);
    const found = await page.evaluate(cutOff);
    cut.push(...found.map((text) => `${file} ${name}: ${text}`));
    await page.screenshot({ path: join(folder, `${file}-${name}.png`) });
    await page.close();
  };
  await take(await world.open('manage.html#/welcome', 1042, 700), 'welcome');
  await world.fillVault();
  await take(await world.openPopup({}, 360, 560), 'popup');
  await take(await world.openPopup({}, 320, 560), 'popup-narrow');
  await take(await world.openSecurityTab(1042, 700), 'security-tab');
  for (const name of pages)
    await take(await world.open(`manage.html#/${name}`, 320, 900), `narrow-${name}`);
  await world.browser.close();
  return cut;
};

/** Takes one picture with the pictures of all languages. */
const takeSheet = async (name, files, width) => {
  const { browser } = await pictureWorld();
  const page = await browser.newPage();
  await page.setViewport({ width: 2000, height: 1000 });
  const images = files.map((file) => {
    const png = readFileSync(join(folder, `${file}-${name}.png`)).toString('base64');
    return `<figure><figcaption>${file}</figcaption><img width="${width}" src="data:image/png;base64,${png}"></figure>`;
  });
  await page.setContent(
    `<body style="display:flex;flex-wrap:wrap;gap:8px;background:#999">${images.join('')}<style>figure{margin:0}</style>`,
  );
  await page.screenshot({ path: join(folder, `sheet-${name}.png`), fullPage: true });
  await browser.close();
};

/** Takes pictures of these languages, of all by default, and prints which texts are cut off. */
export const localePictures = async (languages) => {
  mkdirSync(folder, { recursive: true });
  const files =
    languages.length > 0 ? languages : [...firstTier, ...secondTier].map(({ file }) => file);
  const cut = [];
  for (const file of files) cut.push(...(await takeLanguage(file)));
  for (const [name, width] of [
    ['popup', 240],
    ['welcome', 480],
    ['security-tab', 480],
    ...pages.map((one) => [`narrow-${one}`, 240]),
  ])
    await takeSheet(name, files, width);
  console.log([...cut, `${cut.length} texts are cut off.`, folder].join('\n'));
};
