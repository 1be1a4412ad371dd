import { isEnabled, type Field } from './inputsOf';
import type { Pace } from './pace';

/**
 * What became of a code that was put in. `held`: the fields show it. `gone`: they took it whole and left, as in a form
 * that goes on by itself. `emptied`: they showed it and then nothing. `other`: they show something else.
 */
export type Result = 'held' | 'gone' | 'emptied' | 'other';

/** What is watched. */
export interface Watched {
  /** The fields, as the page has them now. */
  readonly fields: () => readonly Field[];
  readonly code: string;
  /** Whether the fields took the whole code, one part after the other. */
  readonly isComplete: boolean;
}

/** What a page may put between the groups of a code. */
export const separators = /[\s\-‐-―−.·_]/g;

/** The same code, however it is grouped. */
export const bare = (code: string): string => code.replace(separators, '');

/** A page that shows the code for so long keeps it. Milliseconds. */
const steady = 120;

/** A page that doesn't show it by then never will. Milliseconds. */
const longest = 320;

/** The time between two looks, in milliseconds. */
const interval = 20;

const isThere = (field: Field): boolean =>
  field.isConnected && isEnabled(field) && field.getBoundingClientRect().width > 0;

/** Looks at the fields from the next frame on, until they show the code steadily or time is up. */
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
