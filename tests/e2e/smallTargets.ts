/**
 * Returns the controls of a page that are too small to touch, with their size, and "the page" if the page is wider
 * than the screen. Runs in the page. Links inside a sentence are exempt, as in WCAG 2.5.8. A checkbox's label
 * belongs to its target.
 */
// oxlint-disable consistent-function-scoping -- the page has only this function
export function smallTargets(): string[] {
  const least = 44;
  const selector =
    'button, select, input:not([type=hidden]), textarea, summary, a[href], [role=tab], [role=menuitem]';
  const boxOf = (one: Element) => {
    const boxes = [one, ...(one instanceof HTMLInputElement ? (one.labels ?? []) : [])]
      .filter((_, at) => at === 0 || one.matches('[type=checkbox], [type=radio]'))
      .map((part) => part.getBoundingClientRect());
    return {
      width: Math.max(...boxes.map(({ width }) => width)),
      height: Math.max(...boxes.map(({ height }) => height)),
    };
  };
  const isInSentence = (one: Element) =>
    one.matches('a, button') &&
    getComputedStyle(one).display === 'inline' &&
    (one.parentElement?.textContent?.trim().length ?? 0) > (one.textContent?.trim().length ?? 0);
  const small = [...document.querySelectorAll(selector)].flatMap((one) => {
    const { width, height } = boxOf(one);
    const isHidden =
      !one.checkVisibility({ visibilityProperty: true }) || width <= 1 || height <= 1;
    if (isHidden || isInSentence(one)) return [];
    if (width >= least - 0.5 && height >= least - 0.5) return [];
    const name = one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? '';
    return [`${one.localName} "${name}": ${Math.round(width)} × ${Math.round(height)}`];
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? ['the page', ...small] : small;
}
