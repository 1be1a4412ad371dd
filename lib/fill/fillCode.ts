import { findBoxes } from './findBoxes';
import { inputsOf, type ShadowOf } from './inputsOf';
import { type CodeKind, enough, scoreField } from './scoreField';
import { pasteInto, typeInto } from './typeInto';

/** `none`: the page has no field that wants a code; nothing was touched. */
export type Filled = 'field' | 'boxes' | 'none';

/** The part of the code for each box. */
function parts(code: string, count: number): readonly string[] {
  const size = code.length / count;
  return Array.from({ length: count }, (_, at) => code.slice(at * size, (at + 1) * size));
}

/** Where on a page a code goes, in the spelling that fits there. */
interface Place {
  readonly how: 'field' | 'boxes';
  readonly inputs: readonly HTMLInputElement[];
  readonly code: string;
}

function fillBoxes(boxes: readonly HTMLInputElement[], code: string): void {
  const wanted = parts(code, boxes.length);
  boxes.forEach((box, at) => typeInto(box, wanted[at] ?? ''));
  const held = boxes.map((box) => box.value).join('');
  if (held !== code && boxes[0]) pasteInto(boxes[0], code);
}

/** What a site may have put between the groups of a backup code. */
const separators = /[ \-–.·_]/g;

/** The likeliest place for a code in this spelling; null where the page has none. */
function placeAmong(
  inputs: readonly HTMLInputElement[],
  code: string,
  kind: CodeKind,
): Place | null {
  const scored = inputs.map((input) => ({ input, score: scoreField(input, code, kind) }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  const boxes = findBoxes(inputs, code);
  if (boxes && !(best && best.score >= 100 && !boxes.includes(best.input)))
    return { how: 'boxes', inputs: boxes, code };
  return best && best.score >= enough ? { how: 'field', inputs: [best.input], code } : null;
}

function findPlace(page: Document, code: string, shadowOf: ShadowOf, kind: CodeKind): Place | null {
  const inputs = inputsOf(page, shadowOf);
  const bare = code.replace(separators, '');
  return (
    placeAmong(inputs, code, kind) ??
    (kind === 'backup' && bare !== code ? placeAmong(inputs, bare, kind) : null)
  );
}

/** What `fillCode` would do with a code of this length, without touching anything. */
export const seekField = (
  page: Document,
  sample: string,
  shadowOf: ShadowOf,
  kind: CodeKind = 'code',
): Filled => findPlace(page, sample, shadowOf, kind)?.how ?? 'none';

/**
 * Puts a code into the page's field for codes, or its row of boxes: the one that is likeliest by what the page
 * says of it. Fields for passwords, cards, addresses and the like are never touched, and nothing is submitted.
 * A backup code prefers the field that is named so, and goes without its separators where they don't fit.
 */
export function fillCode(
  page: Document,
  code: string,
  shadowOf: ShadowOf,
  kind: CodeKind = 'code',
): Filled {
  const place = findPlace(page, code, shadowOf, kind);
  if (!place) return 'none';
  const [first] = place.inputs;
  if (place.how === 'boxes') fillBoxes(place.inputs, place.code);
  else if (first) typeInto(first, place.code);
  return place.how;
}
