import type { Field } from './inputsOf';

/** Returns the legacy key codes of a key, which some pages still read. */
const legacyOf = (key: string | undefined): object =>
  key ? { keyCode: key.toUpperCase().charCodeAt(0), which: key.toUpperCase().charCodeAt(0) } : {};

const event = (input: Field, type: string, init: object): boolean => {
  const { KeyboardEvent, InputEvent } = input.ownerDocument.defaultView ?? window;
  const common = { bubbles: true, cancelable: true, composed: true };
  return input.dispatchEvent(
    type.startsWith('key')
      ? new KeyboardEvent(type, { ...common, ...init })
      : new InputEvent(type, { ...common, cancelable: type !== 'input', ...init }),
  );
};

/**
 * Sets the value with the native setter. A framework may override the property, and would then miss the change.
 */
function setValue(input: Field, value: string): void {
  const view = input.ownerDocument.defaultView ?? window;
  const { prototype } =
    input.localName === 'textarea' ? view.HTMLTextAreaElement : view.HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, value);
}

/** Sets the value and dispatches the event that pages listen to. */
function insert(input: Field, text: string, inputType: string): void {
  setValue(input, text);
  event(input, 'input', { inputType, data: text });
}

/** Sets the text of a field with input events, but without key events. */
export const insertText = (input: Field, text: string): void => insert(input, text, 'insertText');

/** `prevented`: the page handles the keys itself. `gone`: the field left the page before the text arrived. */
export type Typed = 'typed' | 'prevented' | 'gone';

/** Puts text into a field with the events of typing. Never presses Enter and never submits a form. */
export function typeInto(input: Field, text: string): Typed {
  const key = text.length === 1 ? { key: text, ...legacyOf(text) } : {};
  const isWanted =
    event(input, 'keydown', key) &&
    event(input, 'keypress', key) &&
    event(input, 'beforeinput', { inputType: 'insertText', data: text });
  if (!input.isConnected) return 'gone';
  if (isWanted) insertText(input, text);
  event(input, 'keyup', key);
  if (isWanted) input.dispatchEvent(new Event('change', { bubbles: true }));
  return isWanted ? 'typed' : 'prevented';
}

/** Pastes text into a field, for pages that undo typed text. */
export function pasteInto(input: Field, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const untouched = input.dispatchEvent(
    new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }),
  );
  const hasRoom = input.maxLength < 0 || input.maxLength >= text.length;
  if (untouched && hasRoom && input.isConnected) insert(input, text, 'insertFromPaste');
}
