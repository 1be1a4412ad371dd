import type { Row } from './findBoxes';
import { type Field, isEnabled } from './inputsOf';
import type { Pace } from './pace';
import { insertText, pasteInto, typeInto } from './typeInto';
import { type Result, watchResult } from './watchResult';

/** A row of boxes that the page may rerender at any time. */
export interface LiveRow {
  readonly row: Row;
  readonly code: string;
  /** Returns the current elements of the row, or null while the page shows none. */
  readonly find: () => Row | null;
  /** Returns the focused field, or null. */
  readonly focused: () => Field | null;
  /** Called after the last part was typed, if all earlier boxes still show their parts. */
  readonly onComplete: () => void;
}

/** Pause after each box, in milliseconds, for pages that render late. */
const unhurried = 70;

/** Returns the boxes that were found first. If the page replaced or added some, returns the current boxes. */
function boxesOf({ row, code, find }: LiveRow): readonly Field[] {
  const isWhole = row.boxes.length * row.share >= code.length;
  if (isWhole && row.boxes.every((box) => box.isConnected)) return row.boxes;
  return find()?.boxes ?? row.boxes.filter((box) => box.isConnected);
}

/**
 * Waits until the page stops moving the focus. Returns the box for part `at` of the code, or null if no box takes
 * this part.
 */
async function boxAt(live: LiveRow, at: number, pace: Pace): Promise<Field | null> {
  for (const wait of [pace.task, pace.frame, () => pace.pause(unhurried)]) {
    const boxes = boxesOf(live);
    const box = boxes[at];
    const focused = live.focused();
    if (box && isEnabled(box)) {
      if (focused === box) return box;
      box.focus();
      // After `focus()`, the page may move the focus again or rerender the row.
      await pace.task();
      if (live.focused() === box && box.isConnected) return box;
    } else await wait();
  }
  // If the page keeps the focus in another box, that box gets the part, as if a person typed it.
  const boxes = boxesOf(live);
  const focused = live.focused();
  const target = focused && boxes.includes(focused) ? focused : boxes[at];
  return target && isEnabled(target) ? target : null;
}

/** Types one part of the code into each box. Returns whether the boxes took the whole code. */
async function typeRow(live: LiveRow, pause: number, pace: Pace): Promise<boolean> {
  const { code } = live;
  const { share } = live.row;
  for (let at = 0; at * share < code.length; at++) {
    const box = pace.isOver() ? null : await boxAt(live, at, pace);
    if (!box) return false;
    const text = code.slice(at * share, (at + 1) * share);
    const isLast = (at + 1) * share >= code.length;
    const before = boxesOf(live)
      .slice(0, at)
      .map(({ value }) => value)
      .join('');
    const isComplete = isLast && before === code.slice(0, at * share);
    const typed = typeInto(box, text);
    if (typed === 'gone') return false;
    if (isComplete) live.onComplete();
    await pace.task();
    if (typed === 'prevented' && box.isConnected && boxesOf(live)[at]?.value !== text)
      insertText(box, text);
    if (pause > 0) await pace.pause(pause);
    if (isLast) return isComplete;
  }
  return false;
}

/**
 * Fills a row by typing. If the page undoes the typing, pastes the code. If the page undoes the paste too, types
 * slowly. Checks the page before each attempt. Returns the last observed result.
 */
export async function fillBoxes(live: LiveRow, pace: Pace): Promise<Result> {
  const fields = () => boxesOf(live);
  const look = (isComplete: boolean) => watchResult({ fields, code: live.code, isComplete }, pace);

  let result = await look(await typeRow(live, 0, pace));
  if (result !== 'other' || pace.isOver()) return result;
  const [first] = boxesOf(live);
  if (first && isEnabled(first)) {
    first.focus();
    await pace.task();
    // A page may replace a box that gets the focus.
    pasteInto(boxesOf(live)[0] ?? first, live.code);
    result = await look(false);
    if (result !== 'other' || pace.isOver()) return result;
  }
  return look(await typeRow(live, unhurried, pace));
}
