import { fingerprint } from './fingerprint';

/** Returns the clipboard's text. A document without focus can only read it by pasting into a field. */
function pasted(): string {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  document.execCommand('paste');
  const { value } = field;
  field.remove();
  return value;
}

/** Copying an empty selection does nothing, so the event provides the empty text. */
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
 * Clears the clipboard if it still has the text with that fingerprint. Works in a document without focus, where
 * `navigator.clipboard` fails.
 */
export async function clearIfUnchanged(print: string): Promise<void> {
  const [salt] = print.split('.');
  if ((await fingerprint(pasted(), salt)) === print) copyNothing();
}
