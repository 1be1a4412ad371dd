import type { Row } from './findBoxes';
import { type Field, isEnabled } from './inputsOf';
import type { Pace } from './pace';
import { insertText, pasteInto, typeInto } from './typeInto';
import { type Result, watchResult } from './watchResult';

/** A row of boxes on a page that may draw it anew at any time. */
export interface LiveRow {
  readonly row: Row;
  readonly code: string;
  /** Returns the row as it is now; null while it isn't there. */
  readonly find: () => Row | null;
  /** Returns the field that has the focus; null if none has. */
  readonly focused: () => Field | null;
  /** Called once the whole code was taken. */
  readonly onComplete: () => void;
}

/** A person's pause between two keys, for pages that draw late. Milliseconds. */
const unhurried = 70;

/** The boxes as they are now: those that were found, unless the page replaced them or added some. */
function boxesOf({ row, code, find }: LiveRow): readonly Field[] {
  const isWhole = row.boxes.length * row.share >= code.length;
  if (isWhole && row.boxes.every((box) => box.isConnected)) return row.boxes;
  return find()?.boxes ?? row.boxes.filter((box) => box.isConnected);
}

/** Returns the box where the next part belongs once the page has let the focus settle; null if there is none. */
async function boxAt(live: LiveRow, at: number, pace: Pace): Promise<Field | null> {
  for (const wait of [pace.task, pace.frame, () => pace.pause(unhurried)]) {
    const boxes = boxesOf(live);
    const box = boxes[at];
    const focused = live.focused();
    if (box && isEnabled(box)) {
      if (focused === box) return box;
      box.focus();
      // It may move on, back, or draw the row anew.
      await pace.task();
      if (live.focused() === box && box.isConnected) return box;
    } else await wait();
  }
  // The page keeps the focus where it wants it: a person would type there.
  const boxes = boxesOf(live);
  const focused = live.focused();
  const target = focused && boxes.includes(focused) ? focused : boxes[at];
  return target && isEnabled(target) ? target : null;
}

/** Types one part of the code into each box. Returns whether each was taken. */
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
 * Fills a row as a person does: by typing, by pasting where that is undone, and by typing slowly. Each time it looks at
 * what the page shows before it goes on. Returns what the last look saw.
 */
export async function fillBoxes(live: LiveRow, pace: Pace): Promise<Result> {
  const fields = () => boxesOf(live);
  const look = (isComplete: boolean) => watchResult({ fields, code: live.code, isComplete }, pace);

  let result = await look(await typeRow(live, 0, pace));
  if (result !== 'other') return result;
  const [first] = boxesOf(live);
  if (first && isEnabled(first)) {
    first.focus();
    await pace.task();
    pasteInto(first, live.code);
    result = await look(false);
    if (result !== 'other') return result;
  }
  return look(await typeRow(live, unhurried, pace));
}
