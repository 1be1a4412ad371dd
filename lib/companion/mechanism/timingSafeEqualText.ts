import { timingSafeEqual, utf8 } from '../../crypto';

/** Whether two texts are equal. The time taken reveals at most their lengths. */
export const timingSafeEqualText = (a: string, b: string): boolean =>
  timingSafeEqual(utf8(a), utf8(b));
