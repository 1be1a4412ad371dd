import { t } from '../ui';
import css from './StrengthMeter.module.css';
import { strengthOf } from './strengthOf';

const marks = { weak: 1, fair: 2, good: 3, strong: 4 } as const;

/** Advice on a new password while it is typed. Never rejects one. */
export function StrengthMeter({ password }: { readonly password: string }) {
  if (password === '') return null;
  const strength = strengthOf(password);
  return (
    <p class={css['meter']}>
      <span>{t('companion.password.strength')}</span>
      <meter
        min={0}
        max={4}
        low={2}
        high={3}
        optimum={4}
        value={marks[strength]}
        aria-label={t('companion.password.strength')}
      />
      <span aria-live="polite">{t(`companion.password.${strength}`)}</span>
    </p>
  );
}
