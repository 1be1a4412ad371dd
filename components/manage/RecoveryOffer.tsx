import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Banner, Button, t } from '../ui';
import { goTo } from './goTo';
import css from './Offer.module.css';

export interface RecoveryOfferProps {
  /** Whether the vault has a passphrase and no recovery key, and nobody said "Not now". */
  readonly isDue: () => Promise<boolean>;
  readonly decline: () => Promise<void>;
  /** Calls back when the vault changes. Answers its own end. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Offers the recovery key once a vault is made, above whatever the page shows. */
export function RecoveryOffer({ isDue, decline, subscribe }: RecoveryOfferProps) {
  const due = useSignal(false);
  useEffect(() => {
    const look = () => void isDue().then((now) => (due.value = now));
    look();
    return subscribe(look);
  }, [isDue, subscribe]);
  if (!due.value) return null;
  return (
    <div class={css['offer']}>
      <Banner
        actions={
          <>
            <Button onClick={() => goTo('#/security/recovery-key')}>
              {t('security.slots.makeRecovery')}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                due.value = false;
                void decline();
              }}
            >
              {t('manage.notNow')}
            </Button>
          </>
        }
      >
        {t('security.slots.noRecovery')}
      </Banner>
    </div>
  );
}
