/** Returns the shadow root of an element, closed ones included where the browser lets extensions see them. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

/** What takes typed text. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

const typed = new Set(['text', 'tel', 'number', 'password', 'search', 'textarea', '']);

/** An invisible field over so many drawn slots is what the user sees as a row of boxes. */
const fewestSlots = 4;

/** How far around an invisible field its slots are looked for, in elements upwards. */
const slotLevels = 3;

/** Whether an element that is drawn has its middle inside a rectangle. */
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

/** Whether slots are drawn under an invisible field, side by side: clicks on them reach the field. */
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

/** Whether a person could see the field; it may be disabled or read-only for now. */
function isShown(input: Field): boolean {
  if (!typed.has(input.type)) return false;
  const box = input.getBoundingClientRect();
  const { scrollX = 0, scrollY = 0 } = input.ownerDocument.defaultView ?? {};
  if (box.width < 4 || box.height < 4) return false;
  // No scrolling leads there.
  if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return false;
  if (input.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
  return input.checkVisibility({ visibilityProperty: true }) && coversSlots(input);
}

/** Whether the field takes text now. */
export const isEnabled = (input: Field): boolean => !input.disabled && !input.readOnly;

// A frame has classes of its own, so `instanceof` would not know its elements.
const isField = (element: Element): element is Field =>
  element.localName === 'input' || element.localName === 'textarea';
const isFrame = (element: Element): element is HTMLIFrameElement =>
  element.matches('iframe, frame');

/** The document of a frame of the same origin; other frames are not ours to look into. */
function documentOf(element: Element): Document | null {
  if (!isFrame(element)) return null;
  try {
    return element.contentDocument;
  } catch {
    return null;
  }
}

/**
 * Returns every visible field of a page that takes typed text, in its order, shadow trees and frames of its origin
 * included. Fields that are disabled for now are among them: a row may open its boxes one by one.
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

/** Returns the field that has the focus, in shadow trees and frames of the page's origin too; null if none has. */
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

/** Returns the addresses of the visible frames that show another origin, which this script can't look into. */
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
