import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { RestorePreview } from '../../lib/vault';
import type { VaultStore } from '../stores/createVaultStore';
import { AppError } from '../../lib/errors';
import { Banner, Button, FileField, PasswordField, plural, t, useAction, useToast } from '../ui';
import css from './Gate.module.css';
import { GateFrame } from './GateFrame';
import { NewPassphraseForm } from './NewPassphraseForm';

/** Whether the passphrase that opened the backup doesn't satisfy the rules for new passphrases. */
const isRefused = (error: unknown): boolean =>
  error instanceof AppError &&
  (error.code === 'vault/weak-passphrase' || error.code === 'vault/guessable-passphrase');

export interface RestoreFirstProps {
  readonly store: Pick<VaultStore, 'isBackup' | 'readBackup' | 'createFromBackup'>;
  /** Minimum length of the passphrase in characters. */
  readonly leastLength: number;
  readonly onBack: () => void;
  /** Called with another app's file if the user chose one and wants to import it. */
  readonly onImport: (file: File) => void;
}

/**
 * Creates a vault from a backup, for example on a new computer. The vault gets the passphrase that opened the
 * backup.
 */
export function RestoreFirst({ store, leastLength, onBack, onImport }: RestoreFirstProps) {
  const field = useRef<HTMLInputElement>(null);
  const toast = useToast();
  const file = useSignal<File | null>(null);
  const secret = useSignal('');
  const isForeign = useSignal(false);
  /**
   * An opened backup for which the user must choose a new passphrase, because the new vault can't use the secret
   * that opened the backup.
   */
  const opened = useSignal<RestorePreview | null>(null);
  const { busy, failure, run, clear } = useAction();

  /**
   * Judges the file at once, so that nobody looks for the passphrase of another app's file. Moves on to the
   * passphrase if the file is a backup.
   */
  async function choose(chosen: File | null): Promise<void> {
    file.value = chosen;
    isForeign.value = false;
    const isBackup = chosen === null || (await store.isBackup(chosen));
    if (file.value !== chosen) return;
    isForeign.value = !isBackup;
    if (chosen && isBackup) field.current?.focus();
  }
  async function create(preview: RestorePreview, passphrase: string): Promise<void> {
    await store.createFromBackup(preview, passphrase);
    toast({ text: plural('welcome.restore.done', preview.items.length) });
  }
  async function restore(): Promise<void> {
    const bytes = new Uint8Array((await file.value?.arrayBuffer()) ?? new ArrayBuffer(0));
    const preview = await store.readBackup(bytes, secret.value);
    isForeign.value = preview === null;
    if (!preview) return;
    if (preview.openedBy !== 'passphrase') return void (opened.value = preview);
    try {
      await create(preview, secret.value);
    } catch (error) {
      if (!isRefused(error)) throw error;
      opened.value = preview;
    }
  }

  const preview = opened.value;
  if (preview)
    return (
      <GateFrame title={t('welcome.restore.choose')} hint={t('welcome.restore.chooseHint')}>
        <NewPassphraseForm
          leastLength={leastLength}
          submit={t('welcome.restore.submit')}
          onSubmit={(passphrase) => create(preview, passphrase)}
        />
      </GateFrame>
    );
  return (
    <GateFrame title={t('welcome.restore.title')} hint={t('welcome.restore.hint')}>
      <form
        class={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run(restore);
        }}
      >
        <FileField
          label={t('security.restore.file')}
          accept=".tessera"
          onChoose={(chosen) => void choose(chosen)}
        />
        {isForeign.value && (
          <Banner
            tone="danger"
            actions={
              <Button onClick={() => file.value && onImport(file.value)}>
                {t('popup.empty.import')}
              </Button>
            }
          >
            {t('security.restore.foreign')}
          </Banner>
        )}
        <PasswordField
          label={t('security.restore.secret')}
          hint={t('security.restore.secretHint')}
          autocomplete="current-password"
          inputRef={field}
          value={secret.value}
          onInput={(value) => {
            secret.value = value;
            clear();
          }}
          error={failure}
        />
        <Button
          type="submit"
          variant="primary"
          wide
          busy={busy}
          disabled={file.value === null || isForeign.value || secret.value === ''}
        >
          {t('welcome.restore.submit')}
        </Button>
        <Button variant="quiet" wide onClick={onBack}>
          {t('welcome.back')}
        </Button>
      </form>
    </GateFrame>
  );
}
