const field = 'input:enabled, select:enabled, textarea:enabled';

/**
 * Returns the initial focus of a dialog: an element with `autofocus`, else its first field, else the least
 * destructive action (the first one beside a dangerous one, otherwise the primary, which is the last), else the
 * dialog itself. Never the close button: the Enter that opened the dialog would close it.
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
