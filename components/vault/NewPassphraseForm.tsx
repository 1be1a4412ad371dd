import type { ComponentChildren } from 'preact';
import { Banner, Button, t, useAction } from '../ui';
import css from './Gate.module.css';
import { NewPassphraseFields } from './NewPassphraseFields';
import { SlowWait } from './SlowWait';
import { useNewPassphrase } from './useNewPassphrase';

export interface NewPassphraseFormProps {
  /** Minimum length of the passphrase in characters. */
  readonly leastLength: number;
  /** The label of the button. */
  readonly submit: string;
  readonly onSubmit: (passphrase: string) => Promise<void>;
  /** Content below the button. */
  readonly children?: ComponentChildren;
}

/**
 * A form that sets the vault's passphrase. The user enters the passphrase twice. The form shows its own errors.
 */
export function NewPassphraseForm(props: NewPassphraseFormProps) {
  const chosen = useNewPassphrase(props.leastLength);
  const { busy, failure, run } = useAction();

  async function submit(): Promise<void> {
    const passphrase = await chosen.take();
    if (passphrase !== null) await run(() => props.onSubmit(passphrase).then(chosen.clear));
  }

  return (
    <form
      class={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NewPassphraseFields
        chosen={chosen}
        label={t('gate.passphrase')}
        againLabel={t('gate.create.again')}
        autofocus
      />
      <p class={css['note']}>{t('gate.create.note')}</p>
      {failure && <Banner tone="danger">{failure}</Banner>}
      <Button type="submit" variant="primary" busy={busy} wide>
        {props.submit}
      </Button>
      {busy && <SlowWait />}
      {props.children}
    </form>
  );
}
