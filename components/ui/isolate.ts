/** Letters of scripts that run from right to left, the surrogates of the rarer ones included. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/**
 * Encloses a name in a bidirectional isolate (UAX #9, FSI and PDI), so that its direction doesn't reorder the sentence
 * that quotes it. Leaves it as is where both run from left to right.
 */
export const isolate = (text: string, direction: string): string =>
  direction === 'rtl' || rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
