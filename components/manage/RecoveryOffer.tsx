import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Banner, Button, t } from '../ui';
import { goTo } from './goTo';
import css from './Offer.module.css';

export interface RecoveryOfferProps {
  /**
   * Whether the vault has a passphrase and no recovery key, and the user didn't choose "Not now".
   */
  readonly isDue: () => Promise<boolean>;
  readonly decline: () => Promise<void>;
  /** Notifies of changes of the vault. Returns an unsubscribe function. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Offers the recovery key after a vault was created, above the page's content. */
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
