import { fillBoxes } from './fillBoxes';
import { fillField } from './fillField';
import { findBoxes } from './findBoxes';
import { findPlace, type Place, type Search } from './findPlace';
import { focusedField, inputsOf } from './inputsOf';
import { startPace } from './pace';
import type { Result } from './watchResult';

/**
 * `field`, `boxes`: the page shows the code there, or took it and went on. `none`: the page has no field that wants a
 * code; nothing was touched. `refused`: the page doesn't show the code that was put in.
 */
export type Filled = 'field' | 'boxes' | 'none' | 'refused';

/** Returns what `fillCode` would do with a code of this length. Touches nothing. */
export const seekField = (search: Search, sample: string): Filled =>
  findPlace(search, sample)?.how ?? 'none';

/** Resolves when the page goes to another address, which happens to a form that goes on by itself. */
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
 * Puts a code into the page's field for codes, or its row of boxes: the one that the user is in, or the likeliest by
 * what the page says of it. Fields for passwords, cards, addresses and captchas are never touched, and nothing is
 * submitted. A backup code prefers the field that is named so, and goes without its separators where they don't fit.
 * Resolves within two seconds, after a look at what the page shows.
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
