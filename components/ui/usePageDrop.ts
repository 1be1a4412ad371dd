import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface PageDrop {
  /** Called for a paste anywhere on the page. A handler that uses the event must call `preventDefault`. */
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Called for a drop anywhere on the page. */
  readonly onDrop: (transfer: DataTransfer | null) => void;
}

/**
 * Handles drops and pastes anywhere on the page. The returned signal is true while data is dragged over the page.
 */
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
      // Without `preventDefault`, the browser would navigate to a dropped file.
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
