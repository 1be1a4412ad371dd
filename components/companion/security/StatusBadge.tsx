import type { TwoFactorState } from '../stores';
import { cx, t } from '../../ui';
import css from './StatusBadge.module.css';

const states = ['on', 'off', 'invited', 'reset'] as const;

/** Shows whether a person's second factor is on. */
export function StatusBadge({ state }: { readonly state: TwoFactorState }) {
  const known = states.find((each) => each === state) ?? 'off';
  return (
    <span class={cx(css['badge'], css[known])}>{t(`companion.twoFactor.states.${known}`)}</span>
  );
}
