/** Something that may be a backup code. */
export interface Candidate {
  /** As it was written. */
  readonly text: string;
  /** Its groups, without what separates them. */
  readonly groups: readonly string[];
  /** The lengths of its groups and what separates them: the codes of one set share it. */
  readonly shape: string;
  /** Whether it has a line or a cell of its own; otherwise it stands among words. */
  readonly alone: boolean;
  /** The line that it stands in. */
  readonly line: string;
}

/** Equal groups of letters and digits, joined by one sign: `1234 5678`, `a1b2c-3d4e5`, `ABCD.EFGH`, or one group. */
const grouped = /^[a-z\d]{3,}(?:([ \-–.·_])[a-z\d]{3,}(?:\1[a-z\d]{3,})*)?$/i;

/** Longer groups than this are codes of their own, not parts of one. */
const longestGroup = 6;

/** Where a candidate stands: its line, and whether it has this or a cell of it to itself. */
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
