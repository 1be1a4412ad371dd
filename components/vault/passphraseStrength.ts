/** From 0 (guessed immediately) to 4 (not guessable). */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Prefixes of the most guessed passphrases. A list of thousands would cost more than it helps. */
const common =
  /pass(word|wort|phrase)?|qwert[yz]?|asdf|letmein|welcome|admin|login|iloveyou|dragon|monkey|football|master|secret|abc|tessera|azerty|hallo|soleil|contrase/gi;

const classes: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/[^a-zA-Z\d]/, 33],
];

/** Removes what adds no strength: common words and years count as one character, sequences as two. */
const essence = (passphrase: string): string =>
  passphrase
    .replace(common, 'a')
    .replace(/(19|20)\d\d/g, '1')
    .replace(/(.)\1{2,}/g, '$1$1')
    .replace(/(.{2,})\1+/g, '$1');

const isSequel = (text: string, at: number): boolean =>
  Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) <= 1;

/**
 * Estimates how long a passphrase resists guessing: the bits of its characters, minus those of common
 * words, repetitions and sequences such as "1234".
 */
export function passphraseStrength(passphrase: string): Strength {
  const text = essence(passphrase);
  const alphabet = classes.reduce((sum, [set, size]) => sum + (set.test(text) ? size : 0), 0);
  const weight = Array.from(text).reduce(
    (sum, _, at) => sum + (at > 0 && isSequel(text, at) ? 0.3 : 1),
    0,
  );
  const variety = new Set(text).size / Math.max(1, text.length);
  const bits = weight * Math.log2(Math.max(2, alphabet)) * (0.5 + 0.5 * Math.min(1, variety * 1.5));
  if (passphrase.length < 8 || bits < 30) return passphrase.length === 0 ? 0 : 1;
  return bits < 45 ? 2 : bits < 65 ? 3 : 4;
}
