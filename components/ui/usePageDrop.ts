import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface PageDrop {
  /** Something was pasted anywhere on the page; what is taken has its default prevented by the taker. */
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Something was dropped anywhere on the page. */
  readonly onDrop: (transfer: DataTransfer | null) => void;
}

/** Takes what is dropped or pasted anywhere on the page. The signal says whether something hovers over it. */
export function usePageDrop(
  { onPaste, onDrop }: PageDrop,
  inputs: readonly unknown[],
): Signal<boolean> {
  const over = useSignal(false);

  useEffect(() => {
    const drop = (event: DragEvent) => {
      event.preventDefault();
      over.value = false;
      onDrop(event.dataTransfer);
    };
    const dragOver = (event: DragEvent) => {
      // Without this the browser would leave the page for a file that is dropped beside the field.
      event.preventDefault();
      over.value = true;
    };
    const dragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false;
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('drop', drop);
    document.addEventListener('dragover', dragOver);
    document.addEventListener('dragleave', dragLeave);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('drop', drop);
      document.removeEventListener('dragover', dragOver);
      document.removeEventListener('dragleave', dragLeave);
    };
  }, inputs);

  return over;
}
