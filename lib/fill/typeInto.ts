const event = (input: HTMLInputElement, type: string, init: object): boolean => {
  const { KeyboardEvent, InputEvent } = input.ownerDocument.defaultView ?? window;
  const common = { bubbles: true, cancelable: true, composed: true };
  return input.dispatchEvent(
    type.startsWith('key')
      ? new KeyboardEvent(type, { ...common, ...init })
      : new InputEvent(type, { ...common, cancelable: type !== 'input', ...init }),
  );
};

/** Sets the value past what a framework may have put over the property, so that it notices the change. */
function setValue(input: HTMLInputElement, value: string): void {
  const { HTMLInputElement: Input } = input.ownerDocument.defaultView ?? window;
  const property = Object.getOwnPropertyDescriptor(Input.prototype, 'value');
  property?.set?.call(input, value);
}

/** Puts text into a field with the events that a person's typing has. Never Enter, never a submit. */
export function typeInto(input: HTMLInputElement, text: string): void {
  input.focus();
  const key = text.length === 1 ? { key: text } : {};
  event(input, 'keydown', key);
  event(input, 'beforeinput', { inputType: 'insertText', data: text });
  setValue(input, text);
  event(input, 'input', { inputType: 'insertText', data: text });
  event(input, 'keyup', key);
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Pastes, for fields that undo what is typed into them one by one. */
export function pasteInto(input: HTMLInputElement, text: string): void {
  input.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  input.dispatchEvent(
    new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }),
  );
}
