import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { format, resolveConfig } from 'prettier';
import { filmFrames } from './filmFrames.mjs';
import { playFilm } from './filmScenes.mjs';
import { animatedPng } from './apng.mjs';
import { pictureWorld } from './pictureWorld.mjs';
import { root } from './processes.mjs';
import { hashOf, screenText } from './screenText.mjs';

export const folder = join(root, 'tests', 'pictures');
const hashFile = join(folder, 'hashes.json');

/**
 * Reads the hashes of the README's pictures: of each file, and of the screens that it shows.
 * @returns {Record<string, { file: string, screens: string[] }>}
 */
export const readHashes = () => JSON.parse(readFileSync(hashFile, 'utf8'));

/** Saves a picture with its hashes. */
const save = async (name, picture, texts) => {
  writeFileSync(join(folder, `${name}.png`), picture);
  const known = { ...readHashes(), [name]: { file: hashOf(picture), screens: texts.map(hashOf) } };
  const sorted = Object.fromEntries(Object.entries(known).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const options = { ...(await resolveConfig(hashFile)), parser: 'json' };
  writeFileSync(hashFile, await format(JSON.stringify(sorted), options));
};

/**
 * The README's still pictures. Each opens its page in a world with a filled vault.
 * @type {Record<string, (world: Awaited<ReturnType<typeof pictureWorld>>) => Promise<import('puppeteer-core').Page>>}
 */
export const stills = {
  'popup-light': ({ openPopup }) => openPopup({ scale: 2, scheme: 'light', stopped: true }),
  'popup-dark': ({ openPopup }) => openPopup({ scale: 2, scheme: 'dark', stopped: true }),
  'security-tab': ({ openSecurityTab }) => openSecurityTab(1200, 860),
};

/** Opens the world of the still pictures. */
export const stillWorld = async () => {
  const world = await pictureWorld();
  await world.fillVault();
  await world.dismissReminder();
  return world;
};

/** Waits until a page has shown the same for a second. Returns what it shows, as text. */
const settled = async (page) => {
  for (let before = ''; ;) {
    const now = await screenText(page);
    if (now === before) return now;
    before = now;
    await wait(1000);
  }
};

const takeStills = async () => {
  const world = await stillWorld();
  for (const [name, open] of Object.entries(stills)) {
    const page = await open(world);
    const text = await settled(page);
    await save(name, await page.screenshot(), [text]);
    await page.close();
  }
  await world.browser.close();
};

const takeFilm = async () => {
  const scenes = [];
  const texts = [];
  await playFilm(
    async (scene) => {
      texts.push(await settled(scene.popup ?? scene.page));
      scenes.push({
        ...scene,
        page: await scene.page.screenshot(),
        popup: scene.popup && (await scene.popup.screenshot()),
      });
    },
    { calm: true },
  );
  await save('film', animatedPng(await filmFrames(scenes)), texts);
};

/** Takes the README's pictures of these kinds: `stills`, `film`. */
export const readmePictures = async (kinds = ['stills', 'film']) => {
  if (kinds.includes('stills')) await takeStills();
  if (kinds.includes('film')) await takeFilm();
};
