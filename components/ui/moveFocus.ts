/**
 * Moves the focus among the elements in `within` that match `selector`, on arrow up, arrow down, Home and End.
 * Wraps around at the ends. Returns whether the key was one of these four.
 */
export function moveFocus(
  event: KeyboardEvent,
  within: ParentNode | null,
  selector: string,
  keys: { readonly next: string; readonly previous: string } = {
    next: 'ArrowDown',
    previous: 'ArrowUp',
  },
): boolean {
  const all = [...(within?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const at = all.findIndex((one) => one === document.activeElement);
  const target = {
    [keys.next]: all[(at + 1) % all.length],
    [keys.previous]: all.at(at <= 0 ? -1 : at - 1),
    Home: all[0],
    End: all.at(-1),
  }[event.key];
  if (!target) return false;
  event.preventDefault();
  target.focus();
  return true;
}
