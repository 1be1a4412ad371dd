const digit = /^\p{Nd}$/u;

/**
 * Returns the value of a decimal digit of any script. In Unicode, such digits come in runs of ten from 0 to 9.
 */
function digitValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let start = code;
  while (digit.test(String.fromCodePoint(start - 1))) start--;
  return (code - start) % 10;
}

/**
 * Reads a whole number in the digits of any script. Ignores white space around it. Returns NaN for any other
 * text, such as an empty text, a sign, `1e3` or `0x10`.
 */
export function readWholeNumber(text: string): number {
  const digits = Array.from(text.trim());
  if (digits.length === 0 || digits.length > 16) return Number.NaN;
  if (!digits.every((character) => digit.test(character))) return Number.NaN;
  return Number(digits.map(digitValue).join(''));
}
