/** Answers the shadow root of an element, closed ones included where the browser lets extensions see them. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

const typed = new Set(['text', 'tel', 'number', 'password', '']);

/** Whether a person could see the field and type into it. */
function isUsable(input: HTMLInputElement): boolean {
  if (input.disabled || input.readOnly || !typed.has(input.type)) return false;
  const box = input.getBoundingClientRect();
  if (box.width < 4 || box.height < 4) return false;
  return input.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

// A frame has classes of its own, so `instanceof` would not know its elements.
const isInput = (element: Element): element is HTMLInputElement => element.localName === 'input';
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

/** Every field of a page that takes typed text, in its order, shadow trees and frames of its origin included. */
export function inputsOf(root: Document | ShadowRoot, shadowOf: ShadowOf): HTMLInputElement[] {
  const found: HTMLInputElement[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (isInput(element)) {
      if (isUsable(element)) found.push(element);
      continue;
    }
    const inner = documentOf(element) ?? shadowOf(element);
    if (inner) found.push(...inputsOf(inner, shadowOf));
  }
  return found;
}
