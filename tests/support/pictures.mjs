// npm run pictures: takes pictures of the running extension (build it first).
//   npm run pictures                  the README's, into tests/pictures
//   npm run pictures -- store [de …]  those of the store listings, into .output/pictures/store
//   npm run pictures -- locales [de …]  a sheet of every language's pages, into .output/pictures/locales, and a list
//                                     of the texts that are cut off in a narrow window
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { localePictures } from './localePictures.mjs';
import { pictureWorld } from './pictureWorld.mjs';
import { root } from './processes.mjs';
import { storePictures } from './storePictures.mjs';

const readmePictures = async () => {
  const folder = join(root, 'tests', 'pictures');
  mkdirSync(folder, { recursive: true });
  const { browser, fillVault, openPopup, openSecurityTab } = await pictureWorld();
  const take = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });
  await fillVault();
  for (const scheme of ['light', 'dark'])
    await take(await openPopup({ scale: 2, scheme }), `popup-${scheme}`);
  await take(await openSecurityTab(1200, 860), 'security-tab');
  await browser.close();
};

const [kind, ...languages] = process.argv.slice(2);
if (kind === 'store') await storePictures(languages);
else if (kind === 'locales') await localePictures(languages);
else await readmePictures();
