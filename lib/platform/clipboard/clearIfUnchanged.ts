import { fingerprint } from './fingerprint';

/** Returns the clipboard's text. A document without focus can read the clipboard only by pasting into a field. */
function pasted(): string {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  document.execCommand('paste');
  const { value } = field;
  field.remove();
  return value;
}

/**
 * Puts an empty text into the clipboard during a copy event. Without this listener, copying an empty selection
 * does nothing.
 */
function takeNothing(event: ClipboardEvent): void {
  event.clipboardData?.setData('text/plain', '');
  event.preventDefault();
}

function copyNothing(): void {
  document.addEventListener('copy', takeNothing, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', takeNothing);
}

/**
 * Clears the clipboard if its text still has this fingerprint. Works in a document without focus, where
 * `navigator.clipboard` fails.
 */
export async function clearIfUnchanged(print: string): Promise<void> {
  const [salt] = print.split('.');
  if ((await fingerprint(pasted(), salt)) === print) copyNothing();
}
