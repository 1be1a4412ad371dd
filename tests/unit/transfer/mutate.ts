/** Returns a seeded random generator (mulberry32) of numbers from 0 to less than 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const odd: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  2 ** 53,
  '',
  ' ',
  'x',
  '\0',
  '\uD800',
  '9'.repeat(400),
  'otpauth://totp/x?secret=ABCDEFGH',
  [],
  [null],
  [[]],
  {},
  { x: {} },
  { secret: 1, type: [] },
];
const splices = [
  '',
  '{',
  '[',
  '"',
  ':',
  ',',
  '0',
  '-1',
  '1e999',
  'null',
  '[]',
  '{}',
  '\0',
  '\uFFFD',
  '%',
  '=',
  '\n',
  ';',
  '&#x110000;',
  '&amp;',
  '</map>',
  '9'.repeat(40),
].map((text) => Buffer.from(text));

/**
 * Returns a function that damages a file at random. Half of the JSON files get an odd value. All other files are
 * damaged byte by byte.
 */
export function mutator(random: () => number): (source: Uint8Array) => Uint8Array<ArrayBuffer> {
  const below = (limit: number): number => Math.floor(random() * limit);

  /**
   * Applies one to four small changes: flips a bit, changes a byte, cuts, doubles or inserts bytes, or truncates
   * the end.
   */
  function bytes(source: Uint8Array): Uint8Array<ArrayBuffer> {
    let result = Uint8Array.from(source);
    for (let change = below(4); change >= 0; change--) result = once(result);
    return result;
  }

  function once(source: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (source.length === 0) return join(splices[below(splices.length)] ?? source);
    const at = below(source.length);
    const middle = at + below(20);
    const [head, piece, tail] = [
      source.subarray(0, at),
      source.subarray(at, middle),
      source.subarray(middle),
    ];
    switch (below(6)) {
      case 0:
        return source.with(at, (source[at] ?? 0) ^ (1 << below(8)));
      case 1:
        return source.with(at, below(256));
      case 2:
        return join(head, tail);
      case 3:
        return join(head, piece, piece, tail);
      case 4:
        return join(head, splices[below(splices.length)] ?? piece, tail);
      default:
        return below(4) === 0 ? source.slice(0, at) : join(head, piece, tail);
    }
  }

  /** Replaces one value of a JSON text with an odd value, or removes its key. */
  function json(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || below(6) === 0)
      return odd[below(odd.length)];
    const keys = Object.keys(value);
    const chosen = keys[below(keys.length)];
    if (chosen === undefined) return odd[below(odd.length)];
    if (Array.isArray(value)) {
      return value.map((item, index) => (String(index) === chosen ? json(item) : item));
    }
    const entries = Object.entries(value);
    if (below(8) === 0) return Object.fromEntries(entries.filter(([key]) => key !== chosen));
    return Object.fromEntries(
      entries.map(([key, item]) => [key, key === chosen ? json(item) : item]),
    );
  }

  return (source) => {
    const parsed = below(2) === 0 ? parse(source) : undefined;
    return parsed === undefined
      ? bytes(source)
      : Uint8Array.from(Buffer.from(JSON.stringify(json(parsed)) ?? ''));
  };
}

const join = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat(parts));

function parse(source: Uint8Array): unknown {
  try {
    return source[0] === 0x7b || source[0] === 0x5b
      ? JSON.parse(new TextDecoder().decode(source))
      : undefined;
  } catch {
    return undefined;
  }
}
