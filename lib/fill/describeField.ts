import type { Field } from './inputsOf';
import { normalizeText } from './matchWords';

/** The texts of a page about a field. All texts are normalized for comparison (`normalizeText`). */
export interface FieldDescription {
  /** Technical attributes: name, id and test id. */
  readonly technical: string;
  /** The texts that name the field for people: labels, placeholder, title. Excludes help text inside a label. */
  readonly spoken: string;
  /** The texts that explain the field: its descriptions, and the whole text of its labels. */
  readonly help: string;
  /** The text between the previous control and the field. */
  readonly before: string;
  /** The text of the smallest ancestor with enough letters, or empty if that text is too long. */
  readonly around: string;
  /** Ids, classes and alternative texts of the ancestors that contain only this field, and of their children. */
  readonly holders: string;
}

// Elements in a frame belong to the frame's own classes, so `instanceof` fails for them.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const textOf = (node: Element | null | undefined): string => node?.textContent?.trim() ?? '';

const hasIds = (node: Node): node is Document | ShadowRoot => 'getElementById' in node;

const byIds = (input: Field, attribute: string): Element[] => {
  const root = input.getRootNode();
  const ids = (input.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
  return hasIds(root) ? ids.flatMap((id) => root.getElementById(id) ?? []) : [];
};

/**
 * Selects the elements of a label that don't name the field: explanations, and controls with text of their own.
 */
const helpInside =
  'small, a, button, select, option, script, style, [class*="help" i], [class*="hint" i], [class*="desc" i], [class*="note" i]';

/** Returns the first sentence of a label, which names the field, and the label's whole text as help. */
function partsOf(label: Element): { readonly name: string; readonly help: string } {
  const copy = label.cloneNode(true);
  const whole = textOf(label);
  if (!isElement(copy)) return { name: whole, help: '' };
  for (const part of copy.querySelectorAll(helpInside)) part.remove();
  // If a label consists of help elements only, the text of these elements is the label's name.
  const text = textOf(copy) || whole;
  const [name = ''] = text.split(/[.!?。！？]\s|\n\s*\n/);
  return { name, help: whole };
}

/** Maximum length of the text read before a field, in characters. */
const longestBefore = 160;

const isControl = (node: Node): boolean =>
  isElement(node) &&
  /^(?:input|textarea|select|button)$/.test(node.localName) &&
  node.getAttribute('type') !== 'hidden';

/** Returns the text between the previous control and the field, cut to its last `longestBefore` characters. */
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

/** Maximum length of the text read around a field, in characters. */
const longestAround = 600;

/** An ancestor with this many letters or fewer is skipped. */
const fewestLetters = 12;

function textAround(input: Field): string {
  for (let part = input.parentElement; part; part = part.parentElement) {
    const text = textOf(part);
    if (text.length > longestAround) return '';
    if ((text.match(/\p{L}/gu)?.length ?? 0) > fewestLetters) return text;
  }
  return '';
}

/** Returns the normalized text of a field's largest ancestor with at most `longestAround` characters. */
export function textFarAround(input: Field): string {
  let text = '';
  for (let part = input.parentElement; part; part = part.parentElement) {
    const shown = part.innerText;
    if (shown.length > longestAround) break;
    text = shown;
  }
  return normalizeText(text);
}

/** Maximum number of ancestors to read. */
const holderLevels = 4;

/** Maximum number of children to read in each ancestor. */
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

/**
 * Returns the last part of a name with brackets, such as `token` for `user[token]`. The last part tells what the
 * field is for.
 */
const lastPart = (name: string): string => /\[([^[\]]+)\](?:\[\])?$/.exec(name)?.[1] ?? name;

/** Collects everything that the page says about a field. */
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
