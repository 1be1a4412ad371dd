/** How the characters of a code are grouped for the eye, by the code's length. */
const groups: Readonly<Record<number, RegExp>> = {
  6: /^(...)(...)$/,
  7: /^(...)(....)$/,
  8: /^(....)(....)$/,
  9: /^(...)(...)(...)$/,
  10: /^(...)(...)(....)$/,
};

/** A code as it is shown: `123456` becomes `123 456`; up to five characters stay together. */
export const groupCode = (code: string): string =>
  groups[code.length]?.exec(code)?.slice(1).join(' ') ?? code;
