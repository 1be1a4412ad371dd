import { form, field, boxes, type LoginForm } from './formParts';

/** A form that accepts a backup code. */
export interface BackupForm extends LoginForm {
  readonly code: string;
  /** The expected content of the form's fields after filling. */
  readonly held: string;
}

export const backupForms: readonly BackupForm[] = [
  {
    name: 'one field for both kinds',
    code: 'a1b2c-3d4e5',
    held: 'a1b2c-3d4e5',
    body: form(field('name="otp"')),
  },
  {
    name: "a field for backup codes beside the field for the app's code",
    code: 'a1b2c-3d4e5',
    held: 'a1b2c-3d4e5',
    body: form(`<input name="otp" autocomplete="one-time-code">${field('name="recovery_code"')}`),
  },
  {
    name: 'a field without room for the space',
    code: '1234 5678',
    held: '12345678',
    body: form(`<label>Backup code ${field('maxlength="8" inputmode="numeric"')}</label>`),
  },
  {
    name: 'a number field',
    code: '1234 5678',
    held: '12345678',
    body: form(`<label>8-digit backup code ${field('type="number"')}</label>`),
  },
  {
    name: 'German',
    code: 'ABCD-EFGH-JKLM',
    held: 'ABCD-EFGH-JKLM',
    body: form(`<label>Wiederherstellungscode ${field('name="feld3"')}</label>`),
  },
  {
    name: 'eight boxes',
    code: '1234-5678',
    held: '12345678',
    body: form(boxes(() => 'maxlength="1"', '', 8)),
  },
  {
    name: 'beside a recovery address and a recovery telephone number',
    code: 'a1b2c-3d4e5',
    held: 'a1b2c-3d4e5',
    body: form(
      `<input name="recovery_email"><input name="recovery_phone"><input type="password" name="password">${field('name="recoveryCode"')}`,
    ),
  },
];
