/**
 * Decrypts Blowfish, for WinAuth's files. Implements Schneier, "Description of a New Variable-Length Key, 64-Bit
 * Block Cipher" (1994). The code isn't constant-time, because reading a file doesn't need that.
 */
interface Schedule {
  readonly p: Uint32Array;
  /** Four tables of 256 words each. */
  readonly s: Uint32Array;
}

const rounds = 16;
const blockSize = 8;
const subkeys = rounds + 2;
const words = subkeys + 4 * 256;

/** Returns the cipher's constants: the hexadecimal digits of pi after the point, in words of 32 bits. */
function digitsOfPi(): Uint32Array {
  const spare = 64n;
  const one = 1n << (BigInt(words) * 32n + spare);
  const arctanOfInverse = (x: bigint): bigint => {
    let [sum, power] = [0n, one / x];
    for (let n = 1n; power !== 0n; n += 2n, power /= x * x)
      sum += (n & 2n) === 0n ? power / n : -power / n;
    return sum;
  };
  // Pi by Machin's formula.
  const pi = 16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n);
  const hex = ((pi % one) >> spare).toString(16).padStart(words * 8, '0');
  return Uint32Array.from({ length: words }, (_, i) =>
    Number.parseInt(hex.slice(i * 8, i * 8 + 8), 16),
  );
}

let constants: Uint32Array | null = null;

/** Expands a key. Uses only its first 72 bytes. */
function scheduleOf(key: Uint8Array): Schedule {
  constants ??= digitsOfPi();
  const keyWord = (i: number): number => {
    let word = 0;
    for (let byte = 0; byte < 4; byte++)
      word = (word << 8) | (key[(i * 4 + byte) % key.length] ?? 0);
    return word;
  };
  const p = constants.slice(0, subkeys).map((word, i) => word ^ keyWord(i));
  const s = constants.slice(subkeys);
  const block = new Uint32Array(2);
  for (const table of [p, s])
    for (let i = 0; i < table.length; i += 2) {
      cross({ p, s }, block, p);
      table.set(block, i);
    }
  return { p, s };
}

/** Runs the rounds over a block of two words, in place. `order` holds the subkeys, reversed for decryption. */
function cross({ s }: Schedule, block: Uint32Array, order: Uint32Array): void {
  let [left = 0, right = 0] = block;
  for (let i = 0; i < rounds; i++) {
    left ^= order[i]!;
    const mixed =
      ((s[left >>> 24]! + s[256 + ((left >>> 16) & 255)]!) ^ s[512 + ((left >>> 8) & 255)]!) +
      s[768 + (left & 255)]!;
    [left, right] = [right ^ mixed, left];
  }
  block[0] = right ^ order[rounds + 1]!;
  block[1] = left ^ order[rounds]!;
}

/**
 * Decrypts each block on its own (ECB) and removes the padding, whose last byte is the padding's length (ISO
 * 10126). Returns null if the padding is invalid.
 */
export function openBlowfishEcb({
  key,
  sealed,
}: {
  readonly key: Uint8Array;
  readonly sealed: Uint8Array;
}): Uint8Array | null {
  if (key.length === 0 || sealed.length === 0 || sealed.length % blockSize !== 0) return null;
  const schedule = scheduleOf(key);
  const reversed = schedule.p.toReversed();
  const plain = sealed.slice();
  const view = new DataView(plain.buffer, plain.byteOffset, plain.length);
  const block = new Uint32Array(2);
  for (let at = 0; at < plain.length; at += blockSize) {
    block[0] = view.getUint32(at);
    block[1] = view.getUint32(at + 4);
    cross(schedule, block, reversed);
    view.setUint32(at, block[0]);
    view.setUint32(at + 4, block[1]);
  }
  const padding = plain.at(-1) ?? 0;
  return padding >= 1 && padding <= blockSize ? plain.subarray(0, plain.length - padding) : null;
}
