const field = 'input:enabled, select:enabled, textarea:enabled';

/**
 * Returns the element of a dialog that gets the initial focus: an element with `autofocus`, else the first field,
 * else a button, else the dialog itself. If any button is dangerous, the first button gets the focus, because it
 * is harmless. Otherwise, the last button gets the focus, because it is the primary action. Never returns the
 * close button, because the Enter key that opened the dialog would close it.
 */
export function firstStop(dialog: HTMLElement, actions: ParentNode | null): HTMLElement {
  const buttons = [...(actions?.querySelectorAll<HTMLElement>('button:enabled') ?? [])];
  const isDangerous = buttons.some((button) => 'danger' in button.dataset);
  return (
    dialog.querySelector<HTMLElement>('[autofocus]:enabled') ??
    dialog.querySelector<HTMLElement>(field) ??
    (isDangerous ? buttons[0] : buttons.at(-1)) ??
    dialog
  );
}
