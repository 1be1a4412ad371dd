import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ExportKind, ExportStore } from '../../stores/createExportStore';
import { isGuessable } from '../../../lib/passphrases';
import {
  Banner,
  Button,
  PasswordField,
  Select,
  StrengthMeter,
  t,
  useAction,
  useEstimate,
} from '../../ui';
import { exportKinds } from './exportKinds';
import css from './Transfer.module.css';

const shortest = 8;

/** Asks for the format, which is explained in one sentence, and for the passphrase. */
export function ExportForm({ store }: { readonly store: ExportStore }) {
  const kind = useSignal<ExportKind>('aegisEncrypted');
  const asks = useSignal(true);
  const passphrase = useSignal('');
  const password = useSignal('');
  const again = useSignal('');
  const wrong = useSignal('');
  const { busy, failure, clear, run } = useAction();
  useEffect(() => {
    void store.hasPassphrase().then((has) => (asks.value = has));
  }, [store]);
  const estimate = useEstimate(password.value);
  const choices = exportKinds();
  const chosen = choices.find(({ value }) => value === kind.value);
  const encrypted = kind.value === 'aegisEncrypted';

  async function problem(): Promise<string> {
    if (!encrypted) return '';
    if (password.value.length < shortest) return t('transfer.export.tooShort');
    if (password.value !== again.value) return t('transfer.export.differs');
    return (await isGuessable(password.value)) ? t('strength.guessable') : '';
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    wrong.value = await problem();
    if (wrong.value) clear();
    else
      await run(() => store.run(kind.value, asks.value ? passphrase.value : null, password.value));
  }

  return (
    <form class={css['form']} onSubmit={(event) => void submit(event)} noValidate>
      <Select
        label={t('transfer.export.kind')}
        value={kind.value}
        options={choices}
        hint={chosen?.kept}
        onChange={(value) => (kind.value = value)}
      />
      <Banner tone={encrypted ? 'info' : 'warning'}>{chosen?.words}</Banner>
      {encrypted && (
        <>
          <PasswordField
            label={t('transfer.export.password')}
            hint={t('transfer.export.passwordHint')}
            autocomplete="new-password"
            value={password.value}
            onInput={(value) => (password.value = value)}
            error={wrong.value || undefined}
          />
          <StrengthMeter estimate={estimate} />
          <PasswordField
            label={t('transfer.export.again')}
            autocomplete="new-password"
            value={again.value}
            onInput={(value) => (again.value = value)}
          />
        </>
      )}
      {asks.value && (
        <PasswordField
          label={t('transfer.export.passphrase')}
          autocomplete="current-password"
          value={passphrase.value}
          onInput={(value) => {
            passphrase.value = value;
            clear();
          }}
          error={failure || undefined}
        />
      )}
      {!asks.value && failure && <Banner tone="danger">{failure}</Banner>}
      <div class={css['buttons']}>
        <Button type="submit" variant="primary" icon="download" busy={busy}>
          {t('transfer.export.submit')}
        </Button>
      </div>
    </form>
  );
}
