const onKeyUp = (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  window.removeEventListener('keyup', onKeyUp, true);
};

/**
 * Prevents the default action of a press of Esc, which closes the popup. Some versions of Chromium close the popup
 * when the key is released, so the release is handled, too.
 */
export function consumeEscape(event: KeyboardEvent): void {
  event.preventDefault();
  window.addEventListener('keyup', onKeyUp, true);
}
