/** Patterns that split a code into groups for display, by the code's length. */
const groups: Readonly<Record<number, RegExp>> = {
  6: /^(...)(...)$/,
  7: /^(...)(....)$/,
  8: /^(....)(....)$/,
  9: /^(...)(...)(...)$/,
  10: /^(...)(...)(....)$/,
};

/** Formats a code for display: `123456` becomes `123 456`. Codes of up to five characters aren't grouped. */
export const groupCode = (code: string): string =>
  groups[code.length]?.exec(code)?.slice(1).join(' ') ?? code;
