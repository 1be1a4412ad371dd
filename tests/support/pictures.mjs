// npm run pictures: takes pictures of the running extension (build it first).
//   npm run pictures                  the README's, into tests/pictures, with hashes of the screens that they show
//   npm run pictures -- film          only the README's film
//   npm run pictures -- store [de …]  those of the store listings, into .output/pictures/store
//   npm run pictures -- locales [de …]  a sheet of every language's pages, into .output/pictures/locales, and a list
//                                     of the texts that are cut off in a narrow window
import { localePictures } from './localePictures.mjs';
import { readmePictures } from './readmePictures.mjs';
import { storePictures } from './storePictures.mjs';

const [kind, ...languages] = process.argv.slice(2);
if (kind === 'store') await storePictures(languages);
else if (kind === 'locales') await localePictures(languages);
else await readmePictures(kind === 'film' ? ['film'] : undefined);
