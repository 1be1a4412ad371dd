import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Banner, Button, t } from '../ui';
import { goTo } from './goTo';
import css from './Offer.module.css';

export interface RecoveryOfferProps {
  /** Returns whether the vault has a passphrase but no recovery key, and the user didn't choose "Not now". */
  readonly isDue: () => Promise<boolean>;
  readonly decline: () => Promise<void>;
  /** Subscribes to changes of the vault. Returns an unsubscribe function. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Offers a recovery key above the page's content, after a vault was created. */
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
