import { fingerprint } from './fingerprint';

/** Answers what the clipboard holds, as a document without focus can: by pasting into a field. */
function pasted(): string {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  document.execCommand('paste');
  const { value } = field;
  field.remove();
  return value;
}

/** Copying an empty selection would leave the clipboard as it is, so the event says what to copy. */
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
 * Clears the clipboard if it still holds the text of that fingerprint, in a document of the extension that has
 * no focus (`navigator.clipboard` refuses there).
 */
export async function clearIfUnchanged(print: string): Promise<void> {
  const [salt] = print.split('.');
  if ((await fingerprint(pasted(), salt)) === print) copyNothing();
}
