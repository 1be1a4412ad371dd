import { useSignal } from '@preact/signals';
import { AppError } from '../../../lib/errors';
import type { ImportStore } from '../../stores/createImportStore';
import type { ImportFile, ImportState } from '../../stores/ImportState';
import { Button, errorMessage, PasswordField, t } from '../../ui';
import { KeyFilePicker } from './KeyFilePicker';
import { PromptButtons } from './PromptButtons';
import css from './Transfer.module.css';

export interface PasswordPromptProps {
  readonly store: ImportStore;
  readonly asked: Extract<ImportState, { step: 'password' }>;
}

/** Asks for the password of a file. For KeePass, also asks for the key file, and the password may be empty. */
export function PasswordPrompt({ store, asked }: PasswordPromptProps) {
  const password = useSignal('');
  const keyFile = useSignal<ImportFile | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    if (password.value !== '' || asked.takesKeyFile)
      void store.givePassword(password.value, keyFile.value?.bytes ?? null);
  };
  return (
    <form class={css['form']} onSubmit={submit} noValidate>
      <p>
        {asked.isGuess
          ? t('transfer.import.guessed', [asked.app])
          : t('transfer.import.locked', [asked.name || asked.app])}
      </p>
      <PasswordField
        label={t('transfer.import.password')}
        autofocus
        value={password.value}
        onInput={(value) => (password.value = value)}
        error={asked.wrong ? errorMessage(new AppError('format/wrong-password')) : undefined}
      />
      {asked.takesKeyFile && (
        <KeyFilePicker file={keyFile.value} onFile={(file) => (keyFile.value = file)} />
      )}
      <PromptButtons store={store} canSkip={asked.canSkip}>
        <Button type="submit" variant="primary">
          {t('transfer.import.open')}
        </Button>
      </PromptButtons>
    </form>
  );
}
