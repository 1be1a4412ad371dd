import { timingSafeEqual, utf8 } from '../../crypto';

/** Compares two texts; the time taken reveals at most their lengths. */
export const timingSafeEqualText = (a: string, b: string): boolean =>
  timingSafeEqual(utf8(a), utf8(b));
