/** Something that may be a backup code. */
export interface Candidate {
  /** The text as written. */
  readonly text: string;
  /** Its groups, without separators. */
  readonly groups: readonly string[];
  /** The lengths of its groups and their separators, which the codes of one set share. */
  readonly shape: string;
  /** Whether it has a line or cell to itself. Otherwise it stands among words. */
  readonly alone: boolean;
  /** The line that it stands in. */
  readonly line: string;
}

/**
 * Equal groups of letters and digits with one separator, such as `1234 5678`, `a1b2c-3d4e5` or `ABCD.EFGH`, or one
 * group.
 */
const grouped = /^[a-z\d]{3,}(?:([ \-–.·_])[a-z\d]{3,}(?:\1[a-z\d]{3,})*)?$/i;

/** A group longer than this is a code itself, not a part of one. */
const longestGroup = 6;

/** The place of a candidate: its line, and whether it has the line or one of its cells to itself. */
export type Position = Pick<Candidate, 'alone' | 'line'>;

/** Reads one candidate; returns null if the text can't be a backup code. */
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
