import { describeField, textFarAround } from './describeField';
import { type Field, isEnabled } from './inputsOf';
import { saysCaptcha, saysCode, saysRow, saysWeakly } from './matchWords';

/** A row of boxes, and the number of characters for each. */
export interface Row {
  readonly boxes: readonly Field[];
  /** Characters per box. */
  readonly share: number;
  /** Whether the page is expected to add boxes while the first ones are filled. */
  readonly grows: boolean;
}

/** Maximum width of a box that has no `maxlength` of 1, in CSS pixels. */
const widest = 130;

/** Maximum number of characters per box. */
const longestShare = 5;

const isNumbered = (input: Field): boolean =>
  /(?:digit|character|ziffer|zeichen|chiffre|digito|cifra|box|char|桁目) ?\d|\d ?(?:of|von|de|di|sur|\/) ?\d/.test(
    describeField(input).spoken,
  );

/** Whether the names of the fields differ only in their numbers. The boxes of one row have such names. */
function areAlike(inputs: readonly Field[]): boolean {
  const names = inputs.map((input) => {
    const { technical, spoken } = describeField(input);
    return `${technical}${spoken}`.replace(/\P{L}+/gu, '');
  });
  return names.every((name) => name === names[0]);
}

const haveOneLength = (a: Field, b: Field): boolean =>
  a.maxLength === b.maxLength && a.maxLength >= 1 && a.maxLength <= longestShare;

/** Whether two fields have the same size and are side by side, or on consecutive lines if the row wraps. */
function areNeighbours(a: Field, b: Field): boolean {
  if (a.ownerDocument !== b.ownerDocument || a.localName !== b.localName) return false;
  // The boxes of a row either all have names or all have none.
  if ((a.name === '') !== (b.name === '')) return false;
  const [one, two] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  const sameSize =
    Math.abs(one.height - two.height) <= one.height / 4 &&
    Math.abs(one.width - two.width) <= one.width / 3;
  if (!sameSize) return false;
  if (Math.abs(one.top - two.top) > one.height / 2) {
    const isNextLine = two.top > one.top && two.top - one.bottom < one.height;
    const isRow = haveOneLength(a, b) || (isNarrow(a) && isNarrow(b)) || areAlike([a, b]);
    return isNextLine && isRow;
  }
  const gap = Math.max(two.left - one.right, one.left - two.right);
  return gap < Math.max(one.width * 1.5, 60);
}

const isNarrow = (input: Field): boolean => input.offsetWidth <= widest;

/**
 * Groups adjacent fields, in document order. A group ends before a field that differs from the previous field.
 */
function runsOf(inputs: readonly Field[]): readonly (readonly Field[])[] {
  const runs: Field[][] = [];
  for (const input of inputs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && areNeighbours(last, input)) run.push(input);
    else runs.push([input]);
  }
  return runs;
}

/** Whether the texts in or around the boxes mention a code. */
function isAsked(run: readonly Field[]): boolean {
  const [first] = run;
  if (first && saysCode(textFarAround(first))) return true;
  return run.some((input) => {
    const { technical, spoken, before, around } = describeField(input);
    const own = `${technical} | ${spoken}`;
    return saysCode(own) || saysWeakly(own) || saysCode(before) || saysCode(around);
  });
}

function isRefused(run: readonly Field[]): boolean {
  return run.some((input) => {
    const { technical, spoken, before, around, holders } = describeField(input);
    const near = [technical, spoken, before, around].join(' | ');
    return saysRow(near) || saysCaptcha(`${near} | ${holders}`);
  });
}

/** Whether each field of a run takes one character, judged by its maximum length, label or shape. */
function areSingle(run: readonly Field[]): boolean {
  if (run.every((input) => input.maxLength === 1 || isNumbered(input))) return true;
  if (!run.every(isNarrow)) return areAlike(run) && isAsked(run);
  // `maxLength` alone doesn't decide, because a box may accept a whole pasted code.
  const isSquare = run.every((input) => input.offsetWidth <= input.offsetHeight * 1.5);
  return isSquare || isAsked(run);
}

function rowOf(run: readonly Field[], { length }: string): Row | null {
  const [first] = run;
  if (!first || !isEnabled(first)) return null;
  if (run.length === length && run.length >= 2 && areSingle(run))
    return { boxes: run, share: 1, grows: false };
  const share = first.maxLength;
  const isSplit =
    run.length >= 2 &&
    share >= 2 &&
    share <= longestShare &&
    share * run.length === length &&
    run.every(({ maxLength }) => maxLength === share);
  if (isSplit && isAsked(run)) return { boxes: run, share, grows: false };
  const isStart = run.length < length && run.every(({ maxLength }) => maxLength === 1);
  return isStart && isAsked(run) ? { boxes: run, share: 1, grows: true } : null;
}

/**
 * Returns the row of boxes for this code, or null. A complete row takes precedence over a row to which the page
 * may add boxes.
 */
export function findBoxes(inputs: readonly Field[], code: string): Row | null {
  const rows = runsOf(inputs)
    .map((run) => rowOf(run, code))
    .filter((row) => row !== null && !isRefused(row.boxes));
  return rows.find((row) => row?.grows === false) ?? rows[0] ?? null;
}
