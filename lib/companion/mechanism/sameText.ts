import { timingSafeEqual, utf8 } from '../../crypto';

/** Whether two texts are the same, in a time that tells at most their lengths. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(utf8(a), utf8(b));
