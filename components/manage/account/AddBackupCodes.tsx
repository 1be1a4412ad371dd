import { type Signal, useComputed, useSignal } from '@preact/signals';
import { FoundCodes, keepCodes } from '../../backup-codes';
import {
  Banner,
  Button,
  Dialog,
  discardQuestion,
  errorMessage,
  FileField,
  plural,
  t,
  TextArea,
  useToast,
} from '../../ui';
import { useAccount } from './AccountContext';

/** The text from which backup codes are read. */
export interface Pasted {
  readonly text: string;
}

export interface AddBackupCodesProps {
  /** The number of backup codes that the account already has. */
  readonly held: number;
  readonly pasted: Signal<Partial<Pasted>>;
  readonly onClose: () => void;
}

/** Reads backup codes from pasted text or a text file, in any layout. Shows the codes before they are stored. */
export function AddBackupCodes({ held, pasted, onClose }: AddBackupCodesProps) {
  const { store, readBackupCodes } = useAccount();
  const toast = useToast();
  const text = useComputed(() => pasted.value.text ?? '');
  const failure = useSignal('');
  const found = useComputed(() => readBackupCodes(text.value));

  const paste = (value: string) => (pasted.value = value === '' ? {} : { text: value });

  async function read(file: File | null): Promise<void> {
    paste((await file?.text()) ?? '');
  }
  async function keep(replace: boolean): Promise<void> {
    try {
      toast(await keepCodes(store, found.value, replace));
      onClose();
    } catch (error) {
      failure.value = errorMessage(error);
    }
  }
  const none = found.value.length === 0;
  return (
    <Dialog
      title={t('manage.backup.add')}
      leaving={text.value.trim() === '' ? undefined : discardQuestion()}
      onClose={onClose}
      actions={
        <>
          {held > 0 && (
            <Button disabled={none} onClick={() => void keep(true)}>
              {t('manage.backup.replace')}
            </Button>
          )}
          <Button variant="primary" disabled={none} onClick={() => void keep(false)}>
            {none ? t('manage.backup.keepNone') : plural('manage.backup.keep', found.value.length)}
          </Button>
        </>
      }
    >
      <TextArea
        mono
        label={t('manage.backup.paste')}
        hint={t('manage.backup.pasteHint')}
        rows={6}
        value={text.value}
        onInput={paste}
      />
      <FileField
        label={t('manage.backup.file')}
        accept=".txt,.csv,.json,.md,text/*"
        onChoose={(file) => void read(file)}
      />
      <output>
        {none && text.value.trim() !== '' && (
          <Banner tone="warning">{t('manage.backup.nothing')}</Banner>
        )}
        {!none && <FoundCodes codes={found.value} />}
      </output>
      {failure.value && <Banner tone="danger">{failure.value}</Banner>}
    </Dialog>
  );
}
