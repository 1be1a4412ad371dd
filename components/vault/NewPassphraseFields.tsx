import { PasswordField, StrengthMeter, t } from '../ui';
import type { NewPassphrase } from './useNewPassphrase';

export interface NewPassphraseFieldsProps {
  readonly chosen: NewPassphrase;
  readonly label: string;
  readonly againLabel: string;
  readonly autofocus?: boolean;
}

/** Two fields for a new passphrase and its confirmation, with the strength and the errors. */
export function NewPassphraseFields({
  chosen,
  label,
  againLabel,
  autofocus = false,
}: NewPassphraseFieldsProps) {
  const { first, again, isTooShort, isGuessable, isDifferent, estimate } = chosen;
  const least = String(chosen.leastLength);
  const problem = isTooShort.value
    ? t('gate.create.tooShort', [least])
    : isGuessable
      ? t('strength.guessable')
      : '';
  return (
    <>
      <PasswordField
        label={label}
        hint={t('gate.create.rule', [least])}
        autocomplete="new-password"
        autofocus={autofocus}
        value={first.value}
        onInput={(value) => (first.value = value)}
        error={problem}
      />
      <StrengthMeter estimate={estimate} />
      <PasswordField
        label={againLabel}
        autocomplete="new-password"
        value={again.value}
        onInput={(value) => (again.value = value)}
        error={problem === '' && isDifferent.value ? t('gate.create.differs') : ''}
      />
    </>
  );
}
