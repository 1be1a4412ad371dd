import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { chunksOf } from '../support/apng.mjs';
import { playFilm } from '../support/filmScenes.mjs';
import { folder, readHashes, stills, stillWorld } from '../support/readmePictures.mjs';
import { hashOf, screenText } from '../support/screenText.mjs';
import { expect, test } from './fixtures';

const hashes = readHashes();
const names = [...Object.keys(stills), 'film'];
const renew = (name: string) =>
  `${name}.png no longer shows the extension: run npm run build and npm run pictures, and look at the picture.`;

type Screen = Parameters<typeof screenText>[0];

/** Compares what a page shows with the picture's screen. */
const expectShown = (name: string, page: Screen, at: number) =>
  expect
    .poll(async () => hashOf(await screenText(page)), { message: renew(name) })
    .toBe(hashes[name]?.screens[at]);

test('every picture has hashes, of the file as it is', () => {
  expect(Object.keys(hashes).toSorted()).toEqual(names.toSorted());
  for (const name of names)
    expect(hashOf(readFileSync(join(folder, `${name}.png`))), renew(name)).toBe(hashes[name]?.file);
});

test("the README's still pictures show the extension as it is", async () => {
  const world = await stillWorld();
  try {
    for (const [name, open] of Object.entries(stills)) {
      const page = await open(world);
      await expectShown(name, page, 0);
      await page.close();
    }
  } finally {
    await world.browser.close();
  }
});

test("the README's film shows the extension as it is", async () => {
  let at = 0;
  await playFilm(({ page, popup }) => expectShown('film', popup ?? page, at++));
  expect(at).toBe(hashes['film']?.screens.length);
});

test('the film is a picture that moves, has every frame within it, and is smaller than 2 MB', () => {
  const film = readFileSync(join(folder, 'film.png'));
  expect(film.length).toBeLessThan(2_000_000);
  const chunks = chunksOf(film);
  const data = (wanted: string) =>
    chunks.flatMap(({ type, data: bytes }) => (type === wanted ? [bytes] : []));
  const [head] = data('IHDR');
  const [width = 0, height = 0] = [head?.readUInt32BE(0), head?.readUInt32BE(4)];
  const frames = data('fcTL').map((control) => ({
    right: control.readUInt32BE(4) + control.readUInt32BE(12),
    bottom: control.readUInt32BE(8) + control.readUInt32BE(16),
    rows: control.readUInt32BE(8),
  }));
  expect(frames.length).toBeGreaterThan(20);
  expect(data('acTL')[0]?.readUInt32BE(0)).toBe(frames.length);
  expect(frames.filter(({ right, bottom }) => right > width || bottom > height)).toEqual([]);
  const pixels = [...data('IDAT'), ...data('fdAT').map((bytes) => bytes.subarray(4))];
  expect(pixels.map((bytes) => inflateSync(bytes).length > 0)).not.toContain(false);
  expect(pixels.length).toBe(frames.length);
});
