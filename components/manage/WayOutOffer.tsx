import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button, Lazy, t } from '../ui';
import { useManage } from './ManageContext';

const loadWayOut = async () => (await import('./way-out')).WayOut;

/**
 * The options for a vault that doesn't open. While a passphrase may still open the vault, shows only a button
 * that leads to these options.
 */
export function WayOutOffer({ asked }: { readonly asked: Signal<boolean> }) {
  const { vaultStore } = useManage();
  // The next lock shows only the button again.
  useEffect(() => () => void (asked.value = false), []);
  if (asked.value || vaultStore.state.value !== 'locked') return <Lazy load={loadWayOut} />;
  return (
    <Button variant="quiet" wide onClick={() => (asked.value = true)}>
      {t('gate.wayOut.link')}
    </Button>
  );
}
