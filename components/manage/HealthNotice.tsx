import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Finding } from '../../lib/vault';
import { Banner, Button, t } from '../ui';
import { goTo } from './goTo';
import css from './Offer.module.css';
import { findingMessage } from './security/findingMessage';

export interface HealthNoticeProps {
  /** Returns what the last check of the stored data found. Empty while the vault is locked. */
  readonly findings: () => Promise<readonly Finding[]>;
  /** Subscribes to changes of the vault. Returns an unsubscribe function. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Whether a finding is shown here. A missing store is permanent in some browsers, so only the page "Vault
 * security" reports it.
 */
const isNews = ({ kind }: Finding) => kind !== 'store-unavailable';

/** Reports problems of the stored data once the vault is open. */
export function HealthNotice({ findings, subscribe }: HealthNoticeProps) {
  const found = useSignal<readonly Finding[]>([]);
  const read = useSignal(false);
  useEffect(() => {
    const look = () => void findings().then((now) => (found.value = now.filter(isNews)));
    look();
    return subscribe(look);
  }, [findings, subscribe]);
  if (read.value || found.value.length === 0) return null;
  const sentences = [...new Set(found.value.map(findingMessage))];
  return (
    <div class={css['offer']}>
      <Banner
        tone={found.value.every(({ healed }) => healed) ? 'info' : 'warning'}
        title={t('security.health.found')}
        actions={
          <>
            <Button onClick={() => goTo('#/security')}>{t('popup.openHealth')}</Button>
            <Button variant="quiet" onClick={() => (read.value = true)}>
              {t('ui.close')}
            </Button>
          </>
        }
      >
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Banner>
    </div>
  );
}
