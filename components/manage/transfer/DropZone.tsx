import { useRef } from 'preact/hooks';
import type { ImportFile } from '../../stores/ImportState';
import { Button, cx, t, usePageDrop } from '../../ui';
import { filesIn, transferred } from './filesIn';
import css from './Transfer.module.css';

/** Takes files that are dropped or pasted anywhere on the page, or chosen in the file picker. */
export function DropZone({ onFiles }: { readonly onFiles: (files: ImportFile[]) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const over = usePageDrop(
    {
      onPaste: (event) => {
        if (event.target instanceof Element && event.target.matches('input, textarea')) return;
        event.preventDefault();
        void transferred(event.clipboardData).then(onFiles);
      },
      onDrop: (transfer) => void transferred(transfer).then(onFiles),
    },
    [onFiles],
  );

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
