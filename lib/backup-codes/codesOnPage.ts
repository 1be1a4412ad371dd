import { findBackupCodes, type FoundCode } from './readBackupCodes';

const isText = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && element.type === 'text');

/** Returns the text that the user selected in a field or on the page. */
function marked(page: Document): string {
  const field = page.activeElement;
  const inField =
    field && isText(field)
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : '';
  return inField || (page.getSelection()?.toString() ?? '');
}

/**
 * Returns the visible text of a page in pieces. `innerText` lacks the values of fields and the content of shadow
 * trees, so both are read separately.
 */
function linesOf(root: Document | ShadowRoot): readonly string[] {
  const own = root instanceof Document ? [root.body] : [...root.children];
  // Elements that aren't rendered are skipped, because their innerText includes their scripts.
  const texts = own.flatMap((one) =>
    one instanceof HTMLElement && one.checkVisibility() ? one.innerText : [],
  );
  const others = [...root.querySelectorAll('*')].flatMap((element) => {
    if (isText(element)) return element.checkVisibility() ? element.value : [];
    return element.shadowRoot ? linesOf(element.shadowRoot) : [];
  });
  return [...texts, ...others];
}

/** Maximum length of the text that is searched, in characters. A page with a list of codes is shorter. */
const longest = 500_000;

/** The backup codes found on a page. */
export interface PageCodes {
  readonly codes: readonly FoundCode[];
  /** Whether the codes are from the user's selection. */
  readonly isMarked: boolean;
}

/** Whether the page is rendered. A page in a hidden frame isn't rendered. */
function isDrawn({ body, defaultView }: Document): boolean {
  const frame = defaultView?.frameElement;
  return body.checkVisibility() && (frame?.checkVisibility({ visibilityProperty: true }) ?? true);
}

/**
 * Returns the backup codes in the user's selection. If there are none, returns those in the page's visible text.
 */
export function codesOnPage(page: Document): PageCodes {
  const chosen = findBackupCodes(marked(page).slice(0, longest));
  if (chosen.length > 0) return { codes: chosen, isMarked: true };
  const text = isDrawn(page) ? linesOf(page).join('\n').slice(0, longest) : '';
  return { codes: findBackupCodes(text), isMarked: false };
}
