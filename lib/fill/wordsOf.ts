const textOf = (node: Element | null | undefined): string => node?.textContent?.trim() ?? '';

const hasIds = (node: Node): node is Document | ShadowRoot => 'getElementById' in node;

const byIds = (input: HTMLInputElement, ids: string | null): string =>
  (ids ?? '')
    .split(/\s+/)
    .map((id) => {
      const root = input.getRootNode();
      return id !== '' && hasIds(root) ? textOf(root.getElementById(id)) : '';
    })
    .join(' ');

/** Everything that names a field: its attributes, labels and descriptions. */
export const wordsOf = (input: HTMLInputElement): string =>
  [
    input.name,
    input.id,
    input.placeholder,
    input.title,
    input.getAttribute('aria-label'),
    input.getAttribute('data-testid'),
    byIds(input, input.getAttribute('aria-labelledby')),
    byIds(input, input.getAttribute('aria-describedby')),
    ...[...(input.labels ?? [])].map(textOf),
  ]
    .join(' ')
    // nameLikeThis, name_like_this and name-like-this are words
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-.[\]]+/g, ' ')
    .toLowerCase();

/** How much text around a field is read at most, in characters. */
const longest = 600;

/** The words near a field: the smallest part of the page around it that says something of its own. */
export function wordsAround(input: HTMLInputElement): string {
  for (let part = input.parentElement; part; part = part.parentElement) {
    const text = textOf(part);
    if (text.length > longest) return '';
    if (text.length > 12) return text.toLowerCase();
  }
  return '';
}
