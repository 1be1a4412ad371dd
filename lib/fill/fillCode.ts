import { fillBoxes } from './fillBoxes';
import { fillField } from './fillField';
import { findBoxes } from './findBoxes';
import { findPlace, type Place, type Search } from './findPlace';
import { focusedField, inputsOf } from './inputsOf';
import { startPace } from './pace';
import type { Result } from './watchResult';

/**
 * `field` or `boxes`: a field or a row of boxes shows the code, or took it before the page moved on. `none`: the
 * page has no field for a code, and nothing was changed. `refused`: the page didn't keep the code.
 */
export type Filled = 'field' | 'boxes' | 'none' | 'refused';

/** Returns where `fillCode` would put a code of the sample's length. Changes nothing. */
export const seekField = (search: Search, sample: string): Filled =>
  findPlace(search, sample)?.how ?? 'none';

/**
 * Watches for navigation, which may follow when a form submits itself. `left` resolves when the page navigates.
 */
function watchLeaving({ page }: Search): {
  readonly left: Promise<void>;
  readonly stop: () => void;
} {
  const { promise, resolve } = Promise.withResolvers<void>();
  const view = page.defaultView;
  const onLeave = () => resolve();
  const events = ['beforeunload', 'pagehide'] as const;
  for (const name of events) view?.addEventListener(name, onLeave);
  const stop = () => {
    for (const name of events) view?.removeEventListener(name, onLeave);
  };
  return { left: promise, stop };
}

function putIn(place: Place, search: Search, onComplete: () => void): Promise<Result> {
  const { page, shadowOf } = search;
  const pace = startPace();
  if (place.how === 'field') return fillField(place.field, place.code, pace, onComplete);
  const { row, code } = place;
  const find = () => findBoxes(inputsOf(page, shadowOf), code);
  const focused = () => focusedField(page, shadowOf);
  return fillBoxes({ row, code, find, focused, onComplete }, pace);
}

/**
 * Fills a code into the focused field, or else into the field or row of boxes whose texts most likely ask for the
 * code. Never fills fields for passwords, cards, addresses or captchas, and never submits a form. For a backup
 * code, prefers a field named for backup codes. If no field fits the code with separators, removes the
 * separators. Resolves within two seconds, after checking what the page shows.
 */
export async function fillCode(search: Search, code: string): Promise<Filled> {
  const place = findPlace(search, code);
  if (!place) return 'none';
  const { left, stop } = watchLeaving(search);
  let isComplete = false;
  const leaving = left.then((): Result => (isComplete ? 'gone' : 'other'));
  const filling = putIn(place, search, () => {
    isComplete = true;
  });
  const result = await Promise.race([filling, leaving]);
  stop();
  return result === 'held' || result === 'gone' ? place.how : 'refused';
}
