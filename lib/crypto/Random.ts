/** So many unpredictable bytes. Injected, so that tests can repeat themselves. */
export type Random = (length: number) => Uint8Array;

/** The browser's own generator; it hands out at most 65,536 bytes a call. */
export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));
