import { AppError } from '../errors';
import { cleanKey } from './cleanKey';

/** Matches a label that was copied with the key, such as "Secret key:" or "secret=". */
const label =
  /^\s*["'“]?(?:\p{L}[\p{L}\p{M}\s()]{1,40}["'”]?\s*[:：]|(?:totp|otp|2fa|mfa|secret|key|token|seed|code)(?:[ _-]?(?:key|secret))?["'”]?\s*=)\s*(?=[^:：=\s][^:：]*$)/iu;
/** Matches a word of a sentence. Keys are seldom written in lower case, and never with one capital. */
const word = /^\p{P}*\p{Lu}?[\p{Ll}\p{P}]+$/u;
/** Minimum length of a key that other words may surround. */
const leastLength = 16;
/** Maximum number of groups among which a key is searched. The search takes cubic time. */
const mostGroups = 48;

/**
 * Removes a label, and words before or after a key in upper case. Throws `otp/words-around-key` if other words
 * can't be told from the key's groups, because base32 has all letters, and the words would change the key.
 */
export function withoutWords(text: string): string {
  const key = text.replace(label, '').trim();
  const groups = key.split(/\s+/);
  if (groups.length < 2 || isRegular(groups)) return key;
  if (groups.length <= mostGroups) {
    const [start, end] = longestRun(groups);
    const inner = groups.slice(start, end);
    // Without a clear key, the groups are a key that somebody divided by hand.
    if (cleanKey(inner.join('')).length < leastLength) return key;
    const outer = [...groups.slice(0, start), ...groups.slice(end)];
    const isClear = !/\p{Ll}/u.test(inner.join('')) && outer.every((other) => word.test(other));
    if (isClear) return inner.join(' ');
  }
  // Any other character is reported as a typo when the key is decoded.
  if (groups.every(isBase32)) throw new AppError('otp/words-around-key');
  return key;
}

const isBase32 = (group: string): boolean => /^[A-Z2-7]+$/i.test(cleanKey(group));

/** Whether groups are of one case and of one length, except for a shorter last group. */
function isRegular(groups: readonly string[]): boolean {
  const lengths = groups.map((group) => cleanKey(group).length);
  const [first = 0] = lengths;
  const isEven = lengths.every((length, at) =>
    at < lengths.length - 1 ? length === first : length <= first,
  );
  // Some keyboards capitalize the first letter.
  const letters = groups.join('');
  return isEven && (!/\p{Ll}/u.test(letters) || !/\p{Lu}/u.test(letters.slice(1)));
}

/** Returns the start and end of the longest run of regular groups of base32. */
function longestRun(groups: readonly string[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  const lengthOf = ([start, end]: readonly [number, number]) =>
    groups.slice(start, end).join('').length;
  for (let start = 0; start < groups.length; start++)
    for (let end = start + 1; end <= groups.length; end++) {
      const run = groups.slice(start, end);
      const isKey = run.every(isBase32);
      if (isKey && isRegular(run) && lengthOf([start, end]) > lengthOf(best)) best = [start, end];
    }
  return best;
}
