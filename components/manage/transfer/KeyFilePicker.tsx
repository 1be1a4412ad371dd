import { useRef } from 'preact/hooks';
import type { ImportFile } from '../../stores/ImportState';
import { Button, t } from '../../ui';
import { filesIn } from './filesIn';
import css from './Transfer.module.css';

export interface KeyFilePickerProps {
  readonly file: ImportFile | null;
  readonly onFile: (file: ImportFile | null) => void;
}

/** Selects the key file of a KeePass database. */
export function KeyFilePicker({ file, onFile }: KeyFilePickerProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class={css['form']}>
      <div class={css['buttons']}>
        <Button onClick={() => picker.current?.click()}>
          {t('transfer.import.chooseKeyFile')}
        </Button>
        {file && <span class={css['names']}>{file.name}</span>}
      </div>
      <p class={css['hint']}>{t('transfer.import.keyFileHint')}</p>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('transfer.import.keyFile')}
        onChange={({ currentTarget }) => {
          void filesIn(currentTarget.files ?? []).then(([chosen]) => onFile(chosen ?? null));
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
