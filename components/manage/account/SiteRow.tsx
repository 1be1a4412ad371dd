import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button, Icon, IconButton, t } from '../../ui';
import { type LinkReach, useAccount } from './AccountContext';
import css from './Account.module.css';

export interface SiteRowProps {
  readonly host: string;
  readonly remove: () => void;
  readonly widen: (site: string) => void;
}

/** One link to a site, with the hosts that the link covers. */
export function SiteRow({ host, remove, widen }: SiteRowProps) {
  const { linkReach } = useAccount();
  const reach = useSignal<LinkReach | null>(null);
  useEffect(() => {
    void linkReach(host).then((found) => (reach.value = found));
  }, [host]);
  const { isShared = false, wholeSite = null } = reach.value ?? {};
  return (
    <li>
      <Icon name="globe" />
      <div class={css['site']}>
        <span>
          <bdi dir="ltr">{host}</bdi>
          {reach.value && (
            <small class={css['reach']}>
              {isShared ? t('manage.account.siteOnly') : t('manage.account.siteBelow')}
            </small>
          )}
        </span>
        {wholeSite && (
          <Button variant="quiet" onClick={() => widen(wholeSite)}>
            {t('manage.account.widenSite', [wholeSite])}
          </Button>
        )}
      </div>
      <IconButton icon="close" label={t('manage.account.removeSite', [host])} onClick={remove} />
    </li>
  );
}
