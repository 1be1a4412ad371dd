import { findBoxes, type Row } from './findBoxes';
import { type Field, focusedField, inputsOf, type ShadowOf } from './inputsOf';
import { type CodeKind, enough, scoreField } from './scoreField';
import { bare } from './watchResult';

/** Where to fill a code: a field or a row of boxes, and the code in a format that the field or row accepts. */
export type Place =
  | { readonly how: 'boxes'; readonly row: Row; readonly code: string }
  | { readonly how: 'field'; readonly field: Field; readonly code: string };

/** The page to search, and the kind of code to place. */
export interface Search {
  readonly page: Document;
  readonly shadowOf: ShadowOf;
  readonly kind: CodeKind;
  /** Whether the user chose the focused field by the field's context menu. */
  readonly isPointed: boolean;
}

/**
 * Score from which a field takes precedence over a row that doesn't include the field.
 * `autocomplete="one-time-code"` alone reaches this score.
 */
const certain = 100;

function placeAmong(inputs: readonly Field[], code: string, search: Search): Place | null {
  const inField = (field: Field): Place => ({ how: 'field', field, code });
  const scored = inputs.map((input) => ({ input, ...scoreField(input, code, search.kind) }));
  const row = findBoxes(inputs, code);
  const focused = focusedField(search.page, search.shadowOf);
  const chosen = scored.find(({ input }) => input === focused);
  // The focused field takes precedence over all other fields, unless a veto says that the field is for something
  // else.
  if (chosen?.veto === null && !row?.boxes.includes(chosen.input)) return inField(chosen.input);
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  // A row that has only its first box may be a field for an initial. Any likely field takes precedence over such
  // a row.
  const rival = row?.grows ? enough : certain;
  if (row && !(best && best.score >= rival && !row.boxes.includes(best.input)))
    return { how: 'boxes', row, code };
  if (best && best.score >= enough) return inField(best.input);
  return search.isPointed && chosen?.veto === 'soft' ? inField(chosen.input) : null;
}

/** Returns the likeliest target for a code, or null. Changes nothing. */
export function findPlace(search: Search, code: string): Place | null {
  const inputs = inputsOf(search.page, search.shadowOf);
  const short = bare(code);
  return (
    placeAmong(inputs, code, search) ??
    (search.kind === 'backup' && short !== code ? placeAmong(inputs, short, search) : null)
  );
}
