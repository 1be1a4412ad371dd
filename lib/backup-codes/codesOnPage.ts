import { findBackupCodes, type FoundCode } from './readBackupCodes';

const isText = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && element.type === 'text');

/** What the user marked, in a field or on the page. */
function marked(page: Document): string {
  const field = page.activeElement;
  const inField =
    field && isText(field)
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : '';
  return inField || (page.getSelection()?.toString() ?? '');
}

/**
 * What shows on a page, a line for each line. Neither what a field holds nor what a shadow tree shows is part of
 * the text of its surroundings, so these are looked up.
 */
function linesOf(root: Document | ShadowRoot): readonly string[] {
  const own = root instanceof Document ? [root.body] : [...root.children];
  // The text of what isn't drawn is that of its scripts, too.
  const texts = own.flatMap((one) =>
    one instanceof HTMLElement && one.checkVisibility() ? one.innerText : [],
  );
  const others = [...root.querySelectorAll('*')].flatMap((element) => {
    if (isText(element)) return element.checkVisibility() ? element.value : [];
    return element.shadowRoot ? linesOf(element.shadowRoot) : [];
  });
  return [...texts, ...others];
}

/** More than this is no page that shows a list of codes, in characters. */
const longest = 500_000;

/** What a page shows. */
export interface PageCodes {
  readonly codes: readonly FoundCode[];
  /** Whether they are those that the user marked. */
  readonly isMarked: boolean;
}

/** Whether the page is drawn: a frame in a part that isn't shown is not. */
function isDrawn({ body, defaultView }: Document): boolean {
  const frame = defaultView?.frameElement;
  return body.checkVisibility() && (frame?.checkVisibility({ visibilityProperty: true }) ?? true);
}

/** Returns the backup codes that the user marked on a page, or else those that show on it. */
export function codesOnPage(page: Document): PageCodes {
  const chosen = findBackupCodes(marked(page).slice(0, longest));
  if (chosen.length > 0) return { codes: chosen, isMarked: true };
  const text = isDrawn(page) ? linesOf(page).join('\n').slice(0, longest) : '';
  return { codes: findBackupCodes(text), isMarked: false };
}
