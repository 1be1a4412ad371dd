import type { Field } from './inputsOf';
import type { Pace } from './pace';
import { insertText, pasteInto, typeInto } from './typeInto';
import { bare, type Result, watchResult } from './watchResult';

/** Types a code one character at a time. Returns whether all characters were typed. */
async function typeSlowly(field: Field, code: string, pace: Pace): Promise<boolean> {
  insertText(field, '');
  await pace.task();
  for (let length = 1; length <= code.length; length++) {
    if (pace.isOver() || !field.isConnected) return false;
    insertText(field, code.slice(0, length));
    await pace.task();
  }
  return true;
}

/**
 * Fills one field by typing. If the page undoes the typing, pastes the code. If the page undoes the paste too,
 * types one character at a time. Checks the page before each attempt. Calls `onComplete` after the whole code was
 * typed. Returns the last observed result.
 */
export async function fillField(
  field: Field,
  code: string,
  pace: Pace,
  onComplete: () => void,
): Promise<Result> {
  const look = (isComplete: boolean) =>
    watchResult({ fields: () => [field], code, isComplete }, pace);

  field.focus();
  await pace.task();
  // A page may replace a field that gets the focus.
  const typed = typeInto(field, code);
  if (typed === 'gone') return 'other';
  if (typed === 'typed') onComplete();
  await pace.task();
  if (typed === 'prevented' && bare(field.value) !== bare(code)) insertText(field, code);
  let result = await look(typed === 'typed');
  const isDone = () => result !== 'other' || !field.isConnected || pace.isOver();
  if (isDone()) return result;
  pasteInto(field, code);
  result = await look(false);
  if (isDone()) return result;
  return look(await typeSlowly(field, code, pace));
}
