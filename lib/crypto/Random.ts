/**
 * Returns `length` cryptographically secure random bytes. Injected, so that tests are repeatable.
 */
export type Random = (length: number) => Uint8Array;

/** The browser's random generator. It returns at most 65,536 bytes per call. */
export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));
