import { fillCode, seekField, type CodeKind } from '../../lib/fill';
import { fillBoxes } from '../../lib/fill/fillBoxes';
import { fillField } from '../../lib/fill/fillField';
import { findBoxes } from '../../lib/fill/findBoxes';
import { findPlace } from '../../lib/fill/findPlace';
import { focusedField, inputsOf } from '../../lib/fill/inputsOf';
import { startPace } from '../../lib/fill/pace';

const isFrame = (element: Element): element is HTMLIFrameElement => element.matches('iframe');

/** Returns every field of a page, including fields in open shadow trees and same-origin frames. */
function fieldsOf(root: Document | ShadowRoot): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('*')].flatMap((element) => {
    if (element.matches('input, textarea')) return [element];
    const inner = isFrame(element) ? element.contentDocument : element.shadowRoot;
    return inner ? fieldsOf(inner) : [];
  });
}

const values = (some: readonly HTMLInputElement[]) => some.map(({ value }) => value);

const isWanted = (field: HTMLInputElement): boolean => 'wanted' in field.dataset;

/** The address of a frame with another origin, which scripts can't read. */
const foreign = `data:text/html,${encodeURIComponent('<input name="otp" autocomplete="one-time-code">')}`;

/** Resolves after the next frame, however late it is. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });

/** A page in a frame, with functions that fill it and read the result. */
export interface FillPage {
  readonly page: Document;
  /** Returns the joined values of the fields that should get the code. */
  readonly wanted: () => string;
  /** Returns whether all fields that should get the code have the same number of characters. */
  readonly isEven: () => boolean;
  /** Returns the values of all other fields. */
  readonly others: () => readonly string[];
  readonly isSubmitted: () => boolean;
  readonly seek: (code: string, kind?: CodeKind) => string;
  readonly fill: (code: string, kind?: CodeKind, isPointed?: boolean) => Promise<string>;
  /**
   * Fills the page without a time limit, so that every attempt is made even on a busy machine. Stops once
   * `isOver` returns true.
   */
  readonly fillPatiently: (code: string, isOver?: () => boolean) => Promise<string>;
}

/** Shows a body as a site's page, and focuses the field with `autofocus`. */
export async function openFillPage(body: string): Promise<FillPage> {
  document.body.replaceChildren();
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:1100px;height:700px;border:0';
  const { promise, resolve } = Promise.withResolvers<void>();
  frame.addEventListener('load', () => resolve());
  frame.srcdoc = `<!doctype html><html lang="en"><title>A site</title>${body.replace('https://elsewhere.test/', foreign)}</html>`;
  document.body.append(frame);
  await promise;
  const page = frame.contentDocument;
  if (!page) throw new Error('The page has no document.');
  let isSubmitted = false;
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    isSubmitted = true;
  });
  // Browsers may ignore `autofocus` in frames.
  page.querySelector<HTMLElement>('[autofocus]')?.focus();
  const search = (kind: CodeKind, isPointed: boolean) => ({
    page,
    shadowOf: (element: Element) => element.shadowRoot,
    kind,
    isPointed,
  });
  const fillPatiently = async (code: string, isOver = () => false): Promise<string> => {
    const { shadowOf } = search('code', false);
    const place = findPlace(search('code', false), code);
    const pace = { ...startPace(), frame: nextFrame, isOver };
    if (place?.how === 'field') return fillField(place.field, code, pace, () => undefined);
    if (!place) return 'none';
    const find = () => findBoxes(inputsOf(page, shadowOf), code);
    const focused = () => focusedField(page, shadowOf);
    return fillBoxes({ row: place.row, code, find, focused, onComplete: () => undefined }, pace);
  };
  return {
    page,
    wanted: () => values(fieldsOf(page).filter(isWanted)).join(''),
    isEven: () =>
      new Set(
        fieldsOf(page)
          .filter(isWanted)
          .map(({ value }) => value.length),
      ).size === 1,
    others: () => values(fieldsOf(page).filter((field) => !isWanted(field))),
    isSubmitted: () => isSubmitted,
    seek: (code, kind = 'code') => seekField(search(kind, false), code),
    fill: (code, kind = 'code', isPointed = false) => fillCode(search(kind, isPointed), code),
    fillPatiently,
  };
}
