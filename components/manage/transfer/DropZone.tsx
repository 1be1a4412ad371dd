import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ImportFile } from '../../stores/ImportState';
import { Button, cx, t } from '../../ui';
import { filesIn, transferred } from './filesIn';
import css from './Transfer.module.css';

/** Takes files by drop, paste or picker, anywhere on the page. */
export function DropZone({ onFiles }: { readonly onFiles: (files: ImportFile[]) => void }) {
  const over = useSignal(false);
  const picker = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.matches('input, textarea')) return;
      event.preventDefault();
      void transferred(event.clipboardData).then(onFiles);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      over.value = false;
      void transferred(event.dataTransfer).then(onFiles);
    };
    const onDragOver = (event: DragEvent) => {
      // Without this the browser would leave the page for a file that is dropped beside the field.
      event.preventDefault();
      over.value = true;
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false;
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('drop', onDrop);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
    };
  }, [onFiles]);

  return (
    <div class={cx(css['drop'], over.value && css['over'])}>
      <p>{t('transfer.import.drop')}</p>
      <Button variant="primary" icon="folder" onClick={() => picker.current?.click()}>
        {t('transfer.import.pick')}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('transfer.import.pick')}
        onChange={({ currentTarget }) => {
          void filesIn(currentTarget.files ?? []).then(onFiles);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
