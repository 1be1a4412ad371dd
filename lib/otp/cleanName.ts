/** Maximum length of a name in code points. Real names are shorter. */
const maxLength = 500;

/** Matches tabs and line terminators (UAX #14). */
const lineBreaks = /[\t-\r\u0085\u2028\u2029]+/gu;

/**
 * Matches control characters, lone surrogates, and invisible characters that reorder or hide text: bidirectional
 * embeddings, overrides and isolates (UAX #9), zero-width spaces and interlinear marks. Joiners and direction
 * marks aren't matched, because emoji and names in Persian, Hindi, Arabic or Hebrew need them.
 */
const unsafe = /[\p{Cc}\p{Cs}\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * Cleans an issuer or account name from a QR code or a file. Line breaks become spaces. Control characters and
 * invisible reordering characters are removed. The result is trimmed and cut at 500 code points.
 */
export function cleanName(text: string): string {
  const visible = text.replace(lineBreaks, ' ').replace(unsafe, '').trim();
  if (visible.length <= maxLength) return visible;
  return Array.from(visible).slice(0, maxLength).join('').trimEnd();
}
