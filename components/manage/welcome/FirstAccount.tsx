import { Button, Card, EmptyState, Lazy, t } from '../../ui';
import { goTo } from '../goTo';
import { PinHint } from './PinHint';
import css from './Welcome.module.css';

const loadApps = async () => (await import('../transfer/WhereToExport')).WhereToFindAccounts;

export interface FirstAccountProps {
  /** Whether the vault has accounts already. */
  readonly hasAccounts?: boolean;
}

/** The ways to add the first account, and how to bring accounts from other apps. */
export const FirstAccount = ({ hasAccounts = false }: FirstAccountProps) => (
  <div class={css['first']}>
    <Card>
      <EmptyState
        icon="qr"
        title={hasAccounts ? t('popup.add') : t('popup.empty.title')}
        actions={
          <>
            <Button variant="primary" icon="scan" onClick={() => goTo('#/add')}>
              {t('welcome.scan')}
            </Button>
            <Button icon="upload" onClick={() => goTo('#/import')}>
              {t('popup.empty.import')}
            </Button>
          </>
        }
      >
        {!hasAccounts && t('manage.accounts.emptyWords')}
      </EmptyState>
    </Card>
    <PinHint />
    <Lazy load={loadApps} />
  </div>
);
