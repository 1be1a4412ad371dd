/** Matches letters of right-to-left scripts. Surrogates match scripts outside the Basic Multilingual Plane. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/**
 * Encloses a text in a bidirectional isolate (UAX #9, FSI and PDI), so that the text's direction doesn't reorder
 * the sentence around it. Returns the text unchanged if both the text and the sentence run from left to right.
 */
export const isolate = (text: string, direction: string): string =>
  direction === 'rtl' || rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
