/** A part of a text that may be a backup code. */
export interface Candidate {
  /** The code as written in the text. */
  readonly text: string;
  /** The groups of the code, without separators. */
  readonly groups: readonly string[];
  /** The separator, the length of the groups and their number. The codes of one set have the same shape. */
  readonly shape: string;
  /** Whether the code has a line or cell to itself. Otherwise there are other words beside the code. */
  readonly alone: boolean;
  /** The line that contains the code. */
  readonly line: string;
}

/**
 * Matches groups of letters and digits with one kind of separator, such as `1234 5678`, `a1b2c-3d4e5` or
 * `ABCD.EFGH`, or a single group. Any Unicode dash is a separator.
 */
const grouped = /^[a-z\d]{3,}(?:([ .·_⁃\p{Pd}])[a-z\d]{3,}(?:\1[a-z\d]{3,})*)?$/iu;

/** Maximum length of a group that is separated by spaces, in characters. A longer group is a whole code. */
const longestGroup = 6;

/** The line of a candidate, and whether the candidate has the line or a cell to itself. */
export type Position = Pick<Candidate, 'alone' | 'line'>;

/** Parses a text as a candidate. Returns null if the text can't be a backup code. */
export function candidate(text: string, position: Position): Candidate | null {
  const match = grouped.exec(text);
  if (!match) return null;
  const separator = match[1] ?? '';
  const groups = separator === '' ? [text] : text.split(separator);
  const length = groups[0]?.length ?? 0;
  const characters = groups.join('').length;
  if (groups.some((group) => group.length !== length)) return null;
  if (groups.length > 1 && separator === ' ' && length > longestGroup) return null;
  if (characters < 6 || characters > 80) return null;
  return { text, groups, shape: `${separator}${length}x${groups.length}`, ...position };
}
