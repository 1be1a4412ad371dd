const levels = ['weak', 'fair', 'good', 'strong'] as const;

export type Strength = (typeof levels)[number];

/** How many different characters of each Unicode category an attacker has to try. */
const alphabets: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\p{Nd}/u, 10],
  [/\p{Lo}/u, 80],
  [/[^\p{L}\p{Nd}]/u, 30],
];

/**
 * Rough advice, never a rule: the bits of a random password of this length with these kinds of
 * characters. A character that repeats or continues a sequence counts little.
 */
export function strengthOf(password: string): Strength {
  const points = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const telling = points.filter((point, place) => {
    const before = points[place - 1];
    return before === undefined || Math.abs(point - before) > 1;
  }).length;
  const alphabet = alphabets.reduce(
    (size, [kind, count]) => size + (kind.test(password) ? count : 0),
    0,
  );
  const distinct = new Set(points).size;
  const bits = Math.min(telling, distinct * 2) * Math.log2(alphabet || 1);
  return levels[bits < 40 ? 0 : bits < 64 ? 1 : bits < 88 ? 2 : 3];
}
