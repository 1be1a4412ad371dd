/** A generator that returns the same numbers for the same seed on every machine (mulberry32). */
export interface Random {
  /** Returns a number from 0 to less than 1. */
  next(): number;
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  text(length: number, letters?: string): string;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T;
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole,
    pick,
    text: (length, letters = 'abcdefghijklmnopqrstuvwxyz') =>
      Array.from({ length }, () => letters[whole(0, letters.length - 1)]).join(''),
  };
}
