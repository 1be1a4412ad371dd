import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface PageDrop {
  /** Something was pasted anywhere on the page. A handler that uses it must prevent the default. */
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Something was dropped anywhere on the page. */
  readonly onDrop: (transfer: DataTransfer | null) => void;
}

/** Handles drops and pastes anywhere on the page. The signal is true while something is dragged over it. */
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
      // Without this, dropping a file beside the field would navigate to it.
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
