/** Scrolls to a section of the Security tab and focuses its first field. */
export function showSection(id: string): void {
  requestAnimationFrame(() => {
    const section = document.getElementById(id);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('input, button')?.focus();
  });
}
