/** Group sizes for display, by the length of the code. */
const groups: Readonly<Record<number, RegExp>> = {
  6: /^(...)(...)$/,
  7: /^(...)(....)$/,
  8: /^(....)(....)$/,
  9: /^(...)(...)(...)$/,
  10: /^(...)(...)(....)$/,
};

/** Formats a code for display: `123456` becomes `123 456`. Up to five characters stay together. */
export const groupCode = (code: string): string =>
  groups[code.length]?.exec(code)?.slice(1).join(' ') ?? code;
