const field = 'input:enabled, select:enabled, textarea:enabled';

/**
 * Returns what a dialog focuses first: what asks for it by `autofocus`, else its first field, else the least
 * destructive of its actions (the first beside a dangerous one, otherwise the primary, which is the last), else
 * the dialog itself. Never the button that closes it: Enter would throw away what was opened by Enter.
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
