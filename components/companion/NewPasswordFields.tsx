import { PasswordField, StrengthMeter, number, t, useEstimate } from '../ui';
import type { Form } from './useForm';

/** Maps each refusal about a new password to its form field, for `fieldOf`. */
export const newPasswordRefusals = {
  password_mismatch: 'again',
  password_unchanged: 'next',
  password_too_short: 'next',
  password_too_long: 'next',
  password_common: 'next',
  password_guessable: 'next',
} as const;

export interface NewPasswordFieldsProps {
  readonly form: Pick<Form<'next' | 'again'>, 'field'>;
  /** The minimum length of the password in characters. */
  readonly least: number;
}

/** Two fields for a new password and its confirmation, with advice on its strength. */
export function NewPasswordFields({ form, least }: NewPasswordFieldsProps) {
  const next = form.field('next');
  const estimate = useEstimate(next.value);
  return (
    <>
      <PasswordField
        label={t('companion.password.new')}
        hint={t('companion.password.rule', [number(least)])}
        autocomplete="new-password"
        {...next}
      />
      {estimate && <StrengthMeter estimate={estimate} />}
      <PasswordField
        label={t('companion.password.confirm')}
        autocomplete="new-password"
        {...form.field('again')}
      />
    </>
  );
}
