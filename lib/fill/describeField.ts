import type { Field } from './inputsOf';
import { normalizeText } from './matchWords';

/** What a page says of a field, normalized for comparison (`normalizeText`). */
export interface FieldDescription {
  /** Its attributes for machines: name, id, test id. */
  readonly technical: string;
  /** What names it to people: labels, placeholder, title. Help inside a label is not part of it. */
  readonly spoken: string;
  /** What explains it: descriptions, help inside its label. */
  readonly help: string;
  /** The text right before it, up to the control before. */
  readonly before: string;
  /** The smallest part of the page around it that says something of its own. */
  readonly around: string;
  /** Ids and classes of the elements that hold it alone, and of their parts. */
  readonly holders: string;
}

// A frame has classes of its own, so `instanceof` would not know its elements.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const textOf = (node: Element | null | undefined): string => node?.textContent?.trim() ?? '';

const hasIds = (node: Node): node is Document | ShadowRoot => 'getElementById' in node;

const byIds = (input: Field, attribute: string): Element[] => {
  const root = input.getRootNode();
  const ids = (input.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
  return hasIds(root) ? ids.flatMap((id) => root.getElementById(id) ?? []) : [];
};

/** Parts of a label that explain instead of naming, and controls with texts of their own. */
const helpInside =
  'small, a, button, select, option, script, style, [class*="help" i], [class*="hint" i], [class*="desc" i], [class*="note" i]';

/** Splits a label into its name, which is its first sentence, and help. */
function partsOf(label: Element): { readonly name: string; readonly help: string } {
  const copy = label.cloneNode(true);
  const whole = textOf(label);
  if (!isElement(copy)) return { name: whole, help: '' };
  for (const part of copy.querySelectorAll(helpInside)) part.remove();
  // A label may be wholly of such parts.
  const text = textOf(copy) || whole;
  const [name = ''] = text.split(/[.!?。！？]\s|\n\s*\n/);
  return { name, help: whole };
}

/** How much text right before a field is read at most, in characters. */
const longestBefore = 160;

const isControl = (node: Node): boolean =>
  isElement(node) &&
  /^(?:input|textarea|select|button)$/.test(node.localName) &&
  node.getAttribute('type') !== 'hidden';

/** The text between the control before and the field. */
function textBefore(input: Field): string {
  const root = input.getRootNode();
  const walker = input.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  walker.currentNode = input;
  let text = '';
  while (text.length < longestBefore) {
    const node = walker.previousNode();
    if (!node || isControl(node)) break;
    const silent = /^(?:script|style|noscript|template)$/.test(node.parentElement?.localName ?? '');
    if (node.nodeType === Node.TEXT_NODE && !silent) text = `${node.textContent ?? ''} ${text}`;
  }
  return text.slice(-longestBefore);
}

/** How much text around a field is read at most, in characters. */
const longestAround = 600;

/** A part with fewer letters says nothing of its own. */
const fewestLetters = 12;

function textAround(input: Field): string {
  for (let part = input.parentElement; part; part = part.parentElement) {
    const text = textOf(part);
    if (text.length > longestAround) return '';
    if ((text.match(/\p{L}/gu)?.length ?? 0) > fewestLetters) return text;
  }
  return '';
}

/** Returns the text of the largest part of the page around a field that is no page of prose, normalized. */
export function textFarAround(input: Field): string {
  let text = '';
  for (let part = input.parentElement; part; part = part.parentElement) {
    const shown = part.innerText;
    if (shown.length > longestAround) break;
    text = shown;
  }
  return normalizeText(text);
}

/** How many elements around a field are its holders at most. */
const holderLevels = 4;

/** How many parts of a holder are read at most. */
const mostParts = 30;

function holdersOf(input: Field): string {
  const names: string[] = [];
  let part = input.parentElement;
  for (let level = 0; part && level < holderLevels; level++, part = part.parentElement) {
    if (/^(?:form|body|main|html)$/.test(part.localName)) break;
    if (part.querySelectorAll('input:not([type=hidden]), textarea').length > 1) break;
    for (const one of [part, ...[...part.children].slice(0, mostParts)])
      names.push(one.id, one.getAttribute('class') ?? '', one.getAttribute('alt') ?? '');
  }
  return names.join(' ');
}

/** `user[token]` is the token of a user. */
const lastPart = (name: string): string => /\[([^[\]]+)\](?:\[\])?$/.exec(name)?.[1] ?? name;

/** Reads all that a page says of a field. */
export function describeField(input: Field): FieldDescription {
  const labels = [...(input.labels ?? []), ...byIds(input, 'aria-labelledby')].map(partsOf);
  const technical = [
    lastPart(input.name),
    input.id,
    input.getAttribute('data-testid') ?? '',
    input.getAttribute('formcontrolname') ?? '',
  ];
  const spoken = [
    input.placeholder,
    input.title,
    input.getAttribute('aria-label') ?? '',
    ...labels.map(({ name }) => name),
  ];
  const help = [
    ...byIds(input, 'aria-describedby').map(textOf),
    ...labels.map((label) => label.help),
  ];
  return {
    technical: normalizeText(technical.join(' | ')),
    spoken: normalizeText(spoken.join(' | ')),
    help: normalizeText(help.join(' | ')),
    before: normalizeText(textBefore(input)),
    around: normalizeText(textAround(input)),
    holders: normalizeText(holdersOf(input)),
  };
}
