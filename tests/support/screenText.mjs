import { createHash } from 'node:crypto';

/**
 * Describes what a page shows as text, one line an element: its tag, the attributes that change its look or its name,
 * its own text, and the declarations of the style rules that apply to it. It has no measured sizes, which depend on the
 * fonts of the machine, nothing that depends on the time, and no generated keys and codes. Runs in the page.
 */
const describePage = () => {
  /* oxlint-disable consistent-function-scoping -- the page has only this function */
  const attributes =
    /^(?:role|aria-(?!labelledby|describedby|controls|owns|activedescendant).*|alt|title|placeholder|type|dir|lang|disabled|open|d|viewBox|data-(?:theme|contrast|density))$/;
  const generated = [
    // Secret keys, backup codes, dates, times of day, and codes.
    [/\b(?:[A-Z2-7]{4} ){3,}[A-Z2-7]{1,4}\b/g, 'KEY'],
    [/\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}\b/g, 'BACKUP-CODE'],
    [/\b[A-Z][a-z]{2} \d{1,2}, \d{4}\b/g, 'DATE'],
    [/\b\d{1,2}:\d\d(?::\d\d)?(?:\s[AP]M)?\b/g, 'TIME'],
    [/\b\d{3} ?\d{3}\b/g, ''],
  ];
  const withoutGenerated = (text) =>
    generated.reduce((known, [shape, name]) => known.replaceAll(shape, name), text.trim());

  /** Rules that depend on the pointer, the focus or the time are left out. */
  const isPassing = /:hover|:active|:focus|data-ending|data-changed/;
  const rulesOf = (list, around = '') =>
    [...list].flatMap((rule) => {
      if (rule instanceof CSSMediaRule)
        return matchMedia(rule.conditionText).matches ? rulesOf(rule.cssRules, around) : [];
      if (rule instanceof CSSStyleRule && !isPassing.test(rule.selectorText))
        return [
          {
            selector: rule.selectorText.replaceAll(/::[\w-]+(?:\([^)]*\))?/g, ''),
            part: [...rule.selectorText.matchAll(/::[\w-]+/g)].join(''),
            css: `${around}${rule.style.cssText}`,
          },
        ];
      return rule.cssRules ? rulesOf(rule.cssRules, `${rule.conditionText ?? ''} `) : [];
    });
  const rules = [...document.styleSheets].flatMap((sheet) => rulesOf(sheet.cssRules));

  const matches = (element, selector) => {
    try {
      return element.matches(selector);
    } catch {
      return false; // only a pseudo-element
    }
  };
  const lines = [];
  const visit = (element, depth) => {
    // A toast ends by itself.
    if (!element.checkVisibility() || element.matches('output[popover]')) return;
    const named = [...element.attributes]
      .filter(({ name }) => attributes.test(name))
      // A picture of many modules is a QR code.
      .map(({ name, value }) => `${name}=${value.length > 2000 ? 'LONG' : withoutGenerated(value)}`)
      .toSorted();
    const own = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => withoutGenerated(node.data))
      .filter(Boolean);
    const state = element.checked ? ['checked'] : element.value ? ['filled'] : [];
    const css = rules
      .filter(({ selector }) => matches(element, selector))
      .map((rule) => `${rule.part}{${rule.css}}`)
      .toSorted();
    lines.push(
      `${' '.repeat(depth)}${[element.localName, ...named, ...state, ...own, ...css].join(' ')}`,
    );
    for (const child of element.children) visit(child, depth + 1);
  };
  visit(document.documentElement, 0);
  return lines.join('\n');
};

/**
 * Describes what a page shows, in a way that is equal on every machine and at any time.
 * @param {{ evaluate: (work: () => string) => Promise<string> }} page
 */
export const screenText = (page) => page.evaluate(describePage);

/**
 * Returns a hash of a text or a file's content.
 * @param {string | Buffer} content
 */
export const hashOf = (content) => createHash('sha256').update(content).digest('hex');
