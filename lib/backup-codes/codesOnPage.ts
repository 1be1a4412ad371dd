import { readBackupCodes } from './readBackupCodes';

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
  const texts = own.flatMap((one) => (one instanceof HTMLElement ? one.innerText : []));
  const others = [...root.querySelectorAll('*')].flatMap((element) => {
    if (isText(element)) return element.checkVisibility() ? element.value : [];
    return element.shadowRoot ? linesOf(element.shadowRoot) : [];
  });
  return [...texts, ...others];
}

/** More than this is no page that shows a list of codes, in characters. */
const longest = 500_000;

/** The backup codes that the user marked on a page, or else those that show on it; empty where there are none. */
export function codesOnPage(page: Document): readonly string[] {
  const chosen = readBackupCodes(marked(page).slice(0, longest));
  if (chosen.length > 0) return chosen;
  return readBackupCodes(linesOf(page).join('\n').slice(0, longest));
}
