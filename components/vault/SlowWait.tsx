import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../ui';
import css from './Gate.module.css';

/**
 * The delay until a derivation counts as slow, in milliseconds. In most browsers, a derivation takes less than a
 * second.
 */
const usual = 5_000;

/**
 * Tells that the derivation of a key takes long. Shown at once if WebAssembly isn't available, otherwise after
 * five seconds, because some policies only slow WebAssembly down. Render this component during a derivation.
 */
export function SlowWait() {
  const isSlow = useSignal(false);
  useEffect(() => {
    const delay = typeof WebAssembly === 'undefined' ? 0 : usual;
    const timer = setTimeout(() => (isSlow.value = true), delay);
    return () => clearTimeout(timer);
  }, []);
  // Renders nothing until the derivation counts as slow, because an empty line would move the content below.
  return isSlow.value ? <output class={css['note']}>{t('gate.slowWait')}</output> : null;
}
