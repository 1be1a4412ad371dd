import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../ui';
import css from './Gate.module.css';

/** The delay until a derivation counts as slow, in milliseconds. It takes less than a second in most browsers. */
const usual = 5_000;

/**
 * Says that the derivation of a key takes long: at once without WebAssembly, else after five seconds, because some
 * policies only slow WebAssembly down. Render it while a derivation runs.
 */
export function SlowWait() {
  const isSlow = useSignal(false);
  useEffect(() => {
    const delay = typeof WebAssembly === 'undefined' ? 0 : usual;
    const timer = setTimeout(() => (isSlow.value = true), delay);
    return () => clearTimeout(timer);
  }, []);
  // Nothing before, because an empty line would move what is below it.
  return isSlow.value ? <output class={css['note']}>{t('gate.slowWait')}</output> : null;
}
