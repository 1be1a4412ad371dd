// npm run locales             lists, for each language of the second tier, how many texts are missing or outdated
// npm run locales -- it       lists them for one language, each with its English text
// npm run locales -- accept it [KEY…]   records that its translations (or those of the given keys) match
//                                       the current English texts
import {
  acceptUnits,
  compareLocale,
  recordOf,
  secondTier,
  textsOf,
  unitOf,
} from './localeTexts.mjs';

const english = textsOf('en');
const files = secondTier.map(({ file }) => file);
const stateOf = (file) => compareLocale(english, textsOf(file), recordOf(file));

/** Prints a key with its English text. For a plural, prints all forms. */
const show = (unit) => {
  const texts = [...english].filter(([key]) => unitOf(english, key) === unit);
  for (const [key, text] of texts) console.log(`  ${key}: ${String(text)}`);
};

const [first, ...others] = process.argv.slice(2);
const file = first === 'accept' ? others.shift() : first;
if (file && !files.includes(file)) {
  console.log(`${file} isn't a language of the second tier. They are ${files.join(', ')}.`);
  process.exit(1);
}
if (first === 'accept' && file) {
  acceptUnits(file, others.length > 0 ? others : stateOf(file).outdated);
  console.log(`${file}: ${stateOf(file).outdated.length} outdated`);
} else if (file) {
  const { missing, outdated } = stateOf(file);
  console.log(`Missing: ${missing.length}`);
  missing.forEach(show);
  console.log(`Older than the English text: ${outdated.length}`);
  outdated.forEach(show);
} else {
  for (const one of files) {
    const { missing, outdated } = stateOf(one);
    console.log(`${one.padEnd(6)} ${missing.length} missing, ${outdated.length} outdated`);
  }
}
