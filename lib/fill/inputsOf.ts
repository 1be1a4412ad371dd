/** Returns the shadow root of an element, including a closed one if the browser lets extensions see it. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

/** A form control that takes typed text. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

const typed = new Set(['text', 'tel', 'number', 'password', 'search', 'textarea', '']);

/** Minimum number of drawn slots under an invisible field that count as a row of boxes. */
const fewestSlots = 4;

/** Maximum number of ancestors of an invisible field that are searched for slots. */
const slotLevels = 3;

/** Whether a visible element has its center inside a rectangle. */
function isDrawnIn(element: Element, { left, right, top, bottom }: DOMRect): boolean {
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  return (
    box.width >= 8 &&
    box.height >= 8 &&
    x > left &&
    x < right &&
    y > top &&
    y < bottom &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  );
}

/** Whether slots are drawn side by side under an invisible field, so that a click on a slot reaches the field. */
function coversSlots(input: Field): boolean {
  const area = input.getBoundingClientRect();
  if (area.width < 60) return false;
  let holder: Element | null = input.parentElement;
  for (let level = 0; holder && level < slotLevels; level++, holder = holder.parentElement) {
    const lefts = [...holder.querySelectorAll('*')]
      .filter((one) => one !== input && one.childElementCount === 0 && isDrawnIn(one, area))
      .map((one) => Math.round(one.getBoundingClientRect().left));
    if (new Set(lefts).size >= fewestSlots) return true;
  }
  return false;
}

/** Whether a person can see the field, even if it is disabled or read-only. */
function isShown(input: Field): boolean {
  if (!typed.has(input.type)) return false;
  const box = input.getBoundingClientRect();
  const { scrollX = 0, scrollY = 0 } = input.ownerDocument.defaultView ?? {};
  if (box.width < 4 || box.height < 4) return false;
  // Scrolling can't reach a field beyond the left or top edge of the page.
  if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return false;
  if (input.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
  return input.checkVisibility({ visibilityProperty: true }) && coversSlots(input);
}

/** Whether the field accepts text now. */
export const isEnabled = (input: Field): boolean => !input.disabled && !input.readOnly;

// Elements in a frame belong to the frame's own classes, so `instanceof` fails for them.
const isField = (element: Element): element is Field =>
  element.localName === 'input' || element.localName === 'textarea';
const isFrame = (element: Element): element is HTMLIFrameElement =>
  element.matches('iframe, frame');

/**
 * Returns the document of a same-origin frame. Returns null for any other element, because other frames can't be
 * read.
 */
function documentOf(element: Element): Document | null {
  if (!isFrame(element)) return null;
  try {
    return element.contentDocument;
  } catch {
    return null;
  }
}

/**
 * Returns every visible text field of a page in document order, also in shadow trees and same-origin frames.
 * Includes disabled fields, because a row may enable its boxes one by one.
 */
export function inputsOf(root: Document | ShadowRoot, shadowOf: ShadowOf): Field[] {
  const found: Field[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (isField(element)) {
      if (isShown(element)) found.push(element);
      continue;
    }
    const inner = documentOf(element) ?? shadowOf(element);
    if (inner) found.push(...inputsOf(inner, shadowOf));
  }
  return found;
}

/** Returns the focused field, also in shadow trees and same-origin frames, or null. */
export function focusedField(page: Document, shadowOf: ShadowOf): Field | null {
  let focused: Element | null = page.activeElement;
  for (;;) {
    const inner: Document | ShadowRoot | null =
      focused && !isField(focused) ? (documentOf(focused) ?? shadowOf(focused)) : null;
    if (!inner?.activeElement) break;
    focused = inner.activeElement;
  }
  return focused && isField(focused) ? focused : null;
}

/** Returns the addresses of the visible cross-origin frames, which this script can't read. */
export function foreignFrames(root: Document | ShadowRoot, shadowOf: ShadowOf): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (!isFrame(element)) {
      const inner = shadowOf(element);
      return inner ? foreignFrames(inner, shadowOf) : [];
    }
    const inner = documentOf(element);
    if (inner) return foreignFrames(inner, shadowOf);
    const box = element.getBoundingClientRect();
    const shown = box.width >= 60 && box.height >= 20 && element.checkVisibility();
    return shown && element.src !== '' ? [element.src] : [];
  });
}
