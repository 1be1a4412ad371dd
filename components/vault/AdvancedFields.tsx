import type { Algorithm, OtpKind } from '../../lib/otp';
import type { KeyForm } from '../stores/createAddStore';
import { Field, Select, t } from '../ui';
import css from './KeyForm.module.css';

const kinds = (): readonly { value: OtpKind; label: string }[] => [
  { value: 'totp', label: t('manage.add.kinds.totp') },
  { value: 'hotp', label: t('manage.add.kinds.hotp') },
  { value: 'steam', label: 'Steam' },
  { value: 'motp', label: 'mOTP' },
  { value: 'yandex', label: 'Yandex' },
];

const algorithms: readonly { value: Algorithm; label: string }[] = [
  { value: 'SHA1', label: 'SHA-1' },
  { value: 'SHA256', label: 'SHA-256' },
  { value: 'SHA512', label: 'SHA-512' },
];

export interface AdvancedFieldsProps {
  readonly form: KeyForm;
  readonly set: (patch: Partial<KeyForm>) => void;
}

/** Fields for parameters that few sites change. Each kind of code has its own fields. */
export function AdvancedFields({ form, set }: AdvancedFieldsProps) {
  const standard = form.kind === 'totp' || form.kind === 'hotp';
  return (
    <details class={css['advanced']}>
      <summary>{t('manage.add.advanced')}</summary>
      <div class={css['pair']}>
        <Select
          label={t('manage.add.kind')}
          value={form.kind}
          options={kinds()}
          onChange={(kind) => set({ kind })}
        />
        {standard && (
          <>
            <Select
              label={t('manage.add.algorithm')}
              value={form.algorithm}
              options={algorithms}
              onChange={(algorithm) => set({ algorithm })}
            />
            <Field
              label={t('manage.add.digits')}
              inputMode="numeric"
              value={form.digits}
              onInput={(digits) => set({ digits })}
            />
          </>
        )}
        {form.kind === 'totp' && (
          <Field
            label={t('manage.add.period')}
            inputMode="numeric"
            value={form.period}
            onInput={(period) => set({ period })}
          />
        )}
        {form.kind === 'hotp' && (
          <Field
            label={t('manage.add.counter')}
            inputMode="numeric"
            value={form.counter}
            onInput={(counter) => set({ counter })}
          />
        )}
        {(form.kind === 'motp' || form.kind === 'yandex') && (
          <Field
            label={t('manage.add.pin')}
            inputMode="numeric"
            value={form.pin}
            onInput={(pin) => set({ pin })}
          />
        )}
      </div>
    </details>
  );
}
