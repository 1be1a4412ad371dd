import { useSignal } from '@preact/signals';
import { AppError } from '../../../lib/errors';
import type { ImportStore } from '../../stores/createImportStore';
import type { ImportState } from '../../stores/ImportState';
import { Button, errorMessage, PasswordField, t } from '../../ui';
import css from './Transfer.module.css';

export interface PasswordPromptProps {
  readonly store: ImportStore;
  readonly asked: Extract<ImportState, { step: 'password' }>;
}

/** A file that needs the password it was exported with. */
export function PasswordPrompt({ store, asked }: PasswordPromptProps) {
  const password = useSignal('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (password.value !== '') void store.givePassword(password.value);
  };
  return (
    <form class={css['form']} onSubmit={submit} noValidate>
      <p>{t('transfer.import.locked', [asked.name || asked.app])}</p>
      <PasswordField
        label={t('transfer.import.password')}
        autofocus
        value={password.value}
        onInput={(value) => (password.value = value)}
        error={asked.wrong ? errorMessage(new AppError('format/wrong-password')) : undefined}
      />
      <div class={css['buttons']}>
        <Button type="submit" variant="primary">
          {t('transfer.import.open')}
        </Button>
        {asked.canSkip && (
          <Button onClick={() => void store.skipFile()}>{t('transfer.import.skip')}</Button>
        )}
        <Button onClick={() => store.cancel()}>{t('transfer.cancel')}</Button>
      </div>
    </form>
  );
}
