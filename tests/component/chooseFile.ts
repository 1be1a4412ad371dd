/** Chooses a file in the first file field of an element. */
export function chooseFile(root: HTMLElement, bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const input = root.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file field');
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
