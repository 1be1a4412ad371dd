/**
 * Decrypts Twofish with a key of 256 bits, for KeePass databases. Implements section 4 of Schneier et al.,
 * "Twofish: A 128-Bit Block Cipher" (1998). The code isn't constant-time, because reading a file doesn't need
 * that.
 */
type Words = readonly number[];

const q0 = permutation([
  [8, 1, 7, 13, 6, 15, 3, 2, 0, 11, 5, 9, 14, 12, 10, 4],
  [14, 12, 11, 8, 1, 2, 3, 5, 15, 4, 10, 6, 7, 0, 9, 13],
  [11, 10, 5, 14, 6, 13, 9, 0, 12, 8, 15, 3, 2, 4, 7, 1],
  [13, 7, 15, 4, 1, 2, 6, 14, 9, 11, 3, 0, 8, 5, 12, 10],
]);
const q1 = permutation([
  [2, 8, 11, 13, 15, 7, 6, 14, 3, 1, 9, 4, 0, 10, 12, 5],
  [1, 14, 2, 11, 4, 12, 3, 7, 6, 13, 10, 5, 15, 9, 0, 8],
  [4, 12, 7, 5, 1, 6, 9, 10, 0, 14, 13, 8, 2, 11, 3, 15],
  [11, 9, 5, 1, 12, 3, 13, 14, 6, 4, 7, 15, 2, 0, 8, 10],
]);
const mds = [
  [0x01, 0xef, 0x5b, 0x5b],
  [0x5b, 0xef, 0xef, 0x01],
  [0xef, 0x5b, 0x01, 0xef],
  [0xef, 0x01, 0xef, 0x5b],
];
const rs = [
  [0x01, 0xa4, 0x55, 0x87, 0x5a, 0x58, 0xdb, 0x9e],
  [0xa4, 0x56, 0x82, 0xf3, 0x1e, 0xc6, 0x68, 0xe5],
  [0x02, 0xa1, 0xfc, 0xc1, 0x47, 0xae, 0x3d, 0x19],
  [0xa4, 0x55, 0x87, 0x5a, 0x58, 0xdb, 0x9e, 0x03],
];

/** Builds a fixed permutation of bytes from four permutations of nibbles (section 4.3.5). */
function permutation(tables: readonly Words[]): Uint8Array {
  const [t0 = [], t1 = [], t2 = [], t3 = []] = tables;
  return Uint8Array.from({ length: 256 }, (_, x) => {
    const [a0, b0] = [x >> 4, x & 15];
    const a1 = a0 ^ b0;
    const b1 = (a0 ^ ((b0 >> 1) | (b0 << 3)) ^ (a0 << 3)) & 15;
    const [a2, b2] = [t0[a1] ?? 0, t1[b1] ?? 0];
    const a3 = a2 ^ b2;
    const b3 = (a2 ^ ((b2 >> 1) | (b2 << 3)) ^ (a2 << 3)) & 15;
    return ((t3[b3] ?? 0) << 4) | (t2[a3] ?? 0);
  });
}

function multiply(a: number, b: number, modulus: number): number {
  let result = 0;
  let [x, y] = [a, b];
  for (; y > 0; y >>= 1) {
    if (y & 1) result ^= x;
    x <<= 1;
    if (x & 0x100) x ^= modulus;
  }
  return result;
}

const byteOf = (word: number, place: number): number => (word >>> (8 * place)) & 0xff;
const rol = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));
const ror = (x: number, bits: number): number => (x >>> bits) | (x << (32 - bits));

/** The four columns of the MDS matrix, for every byte value. */
const columns =
  mds[0]?.map((_, column) =>
    Int32Array.from({ length: 256 }, (__, x) =>
      mds.reduce((word, row, at) => word | (multiply(row[column] ?? 0, x, 0x169) << (8 * at)), 0),
    ),
  ) ?? [];

/** The permutation for each byte after each key word, beginning with the last word (section 4.3.2, k = 4). */
const order = [
  [q1, q0, q0, q1],
  [q1, q1, q0, q0],
  [q0, q1, q0, q1],
  [q0, q0, q1, q1],
  [q1, q0, q1, q0],
] as const;

/** Computes one column of h for a byte. */
function substituted(x: number, place: 0 | 1 | 2 | 3, list: Words): number {
  let y = x;
  for (let word = 3; word >= 0; word--) {
    y = (order[3 - word]?.[place]?.[y] ?? 0) ^ byteOf(list[word] ?? 0, place);
  }
  return columns[place]?.[order[4][place][y] ?? 0] ?? 0;
}

const places = [0, 1, 2, 3] as const;
const h = (x: number, list: Words): number =>
  places.reduce<number>((word, place) => word ^ substituted(byteOf(x, place), place, list), 0);

interface Schedule {
  readonly subkeys: Int32Array;
  readonly boxes: readonly Int32Array[];
}

function schedule(key: Uint8Array): Schedule {
  const view = new DataView(key.buffer, key.byteOffset, key.byteLength);
  const words = Array.from({ length: 8 }, (_, at) => view.getUint32(4 * at, true));
  const even = words.filter((_, at) => at % 2 === 0);
  const odd = words.filter((_, at) => at % 2 === 1);
  const vector = [3, 2, 1, 0].map((group) =>
    rs.reduce((word, row, at) => {
      const product = row.reduce(
        (sum, factor, column) => sum ^ multiply(factor, key[8 * group + column] ?? 0, 0x14d),
        0,
      );
      return word | (product << (8 * at));
    }, 0),
  );
  const subkeys = new Int32Array(40);
  for (let at = 0; at < 20; at++) {
    const a = h(2 * at * 0x01010101, even);
    const b = rol(h((2 * at + 1) * 0x01010101, odd), 8);
    subkeys[2 * at] = a + b;
    subkeys[2 * at + 1] = rol((a + 2 * b) | 0, 9);
  }
  const boxes = places.map((place) =>
    Int32Array.from(Array.from({ length: 256 }, (_, x) => substituted(x, place, vector))),
  );
  return { subkeys, boxes };
}

const g = (x: number, [b0, b1, b2, b3]: readonly Int32Array[]): number =>
  (b0?.[byteOf(x, 0)] ?? 0) ^
  (b1?.[byteOf(x, 1)] ?? 0) ^
  (b2?.[byteOf(x, 2)] ?? 0) ^
  (b3?.[byteOf(x, 3)] ?? 0);

function decryptBlock(block: DataView, { subkeys, boxes }: Schedule): number[] {
  const word = (at: number) => block.getInt32(4 * at, true) ^ (subkeys[4 + at] ?? 0);
  let [a, b, c, d] = [word(0), word(1), word(2), word(3)];
  for (let round = 15; round >= 0; round--) {
    const t0 = g(a, boxes);
    const t1 = g(rol(b, 8), boxes);
    const f0 = (t0 + t1 + (subkeys[2 * round + 8] ?? 0)) | 0;
    const f1 = (t0 + 2 * t1 + (subkeys[2 * round + 9] ?? 0)) | 0;
    const [c1, d1] = [rol(c, 1) ^ f0, ror(d ^ f1, 1)];
    [a, b, c, d] = round > 0 ? [c1, d1, a, b] : [a, b, c1, d1];
  }
  return [a, b, c, d].map((value, at) => value ^ (subkeys[at] ?? 0));
}

/** Decrypts Twofish in CBC mode with PKCS#7 padding. Returns null if the length or padding is invalid. */
export function openTwofishCbc(
  key: Uint8Array,
  { iv, sealed }: { readonly iv: Uint8Array; readonly sealed: Uint8Array },
): Uint8Array<ArrayBuffer> | null {
  if (sealed.length === 0 || sealed.length % 16 !== 0) return null;
  const plan = schedule(key);
  const opened = new Uint8Array(sealed.length);
  const out = new DataView(opened.buffer);
  const chained = new Uint8Array(16 + sealed.length);
  chained.set(iv, 0);
  chained.set(sealed, 16);
  const before = new DataView(chained.buffer);
  for (let at = 0; at < sealed.length; at += 16) {
    const words = decryptBlock(new DataView(chained.buffer, 16 + at, 16), plan);
    for (const [place, word] of words.entries()) {
      out.setInt32(at + 4 * place, word ^ before.getInt32(at + 4 * place, true), true);
    }
  }
  const padding = opened.at(-1) ?? 0;
  const isPadded =
    padding >= 1 && padding <= 16 && opened.subarray(-padding).every((byte) => byte === padding);
  return isPadded ? opened.slice(0, -padding) : null;
}
