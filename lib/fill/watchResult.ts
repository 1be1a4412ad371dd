import { isEnabled, type Field } from './inputsOf';
import type { Pace } from './pace';

/**
 * The result of filling. `held`: the fields show the code. `gone`: the fields took the whole code and left the
 * page, as when a form submits itself. `emptied`: the fields showed the code and were then cleared. `other`: the
 * fields show something else.
 */
export type Result = 'held' | 'gone' | 'emptied' | 'other';

/** The fields to watch. */
export interface Watched {
  /** Returns the current fields of the page. */
  readonly fields: () => readonly Field[];
  readonly code: string;
  /** Whether the fields took every part of the code in order. */
  readonly isComplete: boolean;
}

/** Separators that a page may insert between groups of characters. */
const separators = /[\s\p{Pd}−⁃.·_]/gu;

/** Returns the code without separators. */
export const bare = (code: string): string => code.replace(separators, '');

/** How long the page must show the code until the result counts as `held`, in milliseconds. */
const steady = 120;

/** How long to wait for the page to show the code, in milliseconds. */
const longest = 320;

/** Interval between two checks, in milliseconds. */
const interval = 20;

const isThere = (field: Field): boolean =>
  field.isConnected && isEnabled(field) && field.getBoundingClientRect().width > 0;

/**
 * Checks the fields from the next frame on. Stops when the fields show the code steadily, when the fields leave
 * the page, or when the time is up.
 */
export async function watchResult(watched: Watched, pace: Pace): Promise<Result> {
  const wanted = bare(watched.code);
  let [shown, waited, showed] = [0, 0, false];
  let text = '';
  await pace.frame();
  while (waited <= longest && !pace.isOver()) {
    const fields = watched.fields();
    if ((watched.isComplete || showed) && !fields.some(isThere)) return 'gone';
    text = bare(fields.map(({ value }) => value).join(''));
    shown = text === wanted ? shown + interval : 0;
    showed ||= text === wanted;
    if (shown > steady) return 'held';
    await pace.pause(interval);
    waited += interval;
  }
  return showed && text === '' ? 'emptied' : 'other';
}
