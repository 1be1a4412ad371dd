import { useSignal } from '@preact/signals';
import { Banner, Button, errorWords, PasswordField, t } from '../ui';
import css from './Gate.module.css';
import { GateFrame } from './GateFrame';
import { StrengthMeter } from './StrengthMeter';

export interface CreateVaultProps {
  readonly create: (passphrase: string) => Promise<void>;
  /** The least number of characters. */
  readonly minLength: number;
}

/** The first run: choose the passphrase that will open the vault. */
export function CreateVault({ create, minLength }: CreateVaultProps) {
  const passphrase = useSignal('');
  const again = useSignal('');
  const tried = useSignal(false);
  const busy = useSignal(false);
  const failure = useSignal('');

  const tooShort = passphrase.value.length < minLength;
  const differs = passphrase.value !== again.value;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    tried.value = true;
    if (tooShort || differs || busy.value) return;
    busy.value = true;
    failure.value = '';
    try {
      await create(passphrase.value);
    } catch (error) {
      failure.value = errorWords(error);
    } finally {
      busy.value = false;
    }
  }

  return (
    <GateFrame title={t('gate.create.title')} hint={t('gate.create.hint')}>
      <form class={css['form']} onSubmit={(event) => void submit(event)} noValidate>
        <PasswordField
          label={t('gate.passphrase')}
          hint={t('gate.create.rule', [String(minLength)])}
          autocomplete="new-password"
          autofocus
          value={passphrase.value}
          onInput={(value) => (passphrase.value = value)}
          error={tried.value && tooShort ? t('gate.create.tooShort', [String(minLength)]) : ''}
        />
        <StrengthMeter passphrase={passphrase.value} />
        <PasswordField
          label={t('gate.create.again')}
          autocomplete="new-password"
          value={again.value}
          onInput={(value) => (again.value = value)}
          error={tried.value && !tooShort && differs ? t('gate.create.differs') : ''}
        />
        {failure.value && <Banner tone="danger">{failure.value}</Banner>}
        <Button type="submit" variant="primary" busy={busy.value} wide>
          {t('gate.create.submit')}
        </Button>
        <p class={css['note']}>{t('gate.create.note')}</p>
      </form>
    </GateFrame>
  );
}
