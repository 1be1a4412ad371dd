import { Icon, t } from '../../ui';
import css from './Welcome.module.css';

/** Explains how to pin Tessera's button to the toolbar. */
export const PinHint = () => (
  <p class={css['pin']}>
    <Icon name="pin" size={18} />
    <span>{t('welcome.pin')}</span>
  </p>
);
