import { useSignal } from '@preact/signals';
import { AppError } from '../../lib/errors';
import type { Candidate } from '../../lib/authenticator/import';
import { errorMessage, Field, t } from '../ui';

export interface PinFieldProps {
  readonly candidate: Candidate;
  readonly onPin: (pin: string) => void;
}

/** Asks for the PIN that an account is missing. */
export function PinField({ candidate: { asksPin, account }, onPin }: PinFieldProps) {
  const typed = useSignal(account.otp.pin ?? '');
  if (!asksPin) return null;
  const refused = typed.value.trim() !== '' && account.otp.pin === '';
  return (
    <Field
      label={t('manage.add.pin')}
      hint={t('scan.pinHint')}
      error={refused ? errorMessage(new AppError('otp/bad-pin')) : undefined}
      inputMode="numeric"
      value={typed.value}
      onInput={(pin) => {
        typed.value = pin;
        onPin(pin);
      }}
    />
  );
}
