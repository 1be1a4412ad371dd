import { isEnabled, type Field } from './inputsOf';
import type { Pace } from './pace';

/**
 * The result of filling. `held`: the fields show the code. `gone`: they took the whole code and left the page, as in a
 * form that submits itself. `emptied`: they showed it and were then cleared. `other`: they show something else.
 */
export type Result = 'held' | 'gone' | 'emptied' | 'other';

/** The fields to watch. */
export interface Watched {
  /** Returns the current fields of the page. */
  readonly fields: () => readonly Field[];
  readonly code: string;
  /** Whether every part of the code was taken, one after the other. */
  readonly isComplete: boolean;
}

/** Separators that a page may insert between groups. */
const separators = /[\s\-‐-―−.·_]/g;

/** Whether both are the same code, ignoring separators. */
export const bare = (code: string): string => code.replace(separators, '');

/** A page that shows the code this long keeps it. In milliseconds. */
const steady = 120;

/** A page that doesn't show the code by then won't. In milliseconds. */
const longest = 320;

/** Interval between two checks, in milliseconds. */
const interval = 20;

const isThere = (field: Field): boolean =>
  field.isConnected && isEnabled(field) && field.getBoundingClientRect().width > 0;

/** Checks the fields from the next frame on, until they show the code steadily or the time is up. */
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
