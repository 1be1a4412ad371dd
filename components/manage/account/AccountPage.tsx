import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Button, EmptyState, errorMessage, t, useToast, VisuallyHidden } from '../../ui';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { SectionPage } from '../SectionPage';
import { AccountContext, type AccountTools } from './AccountContext';
import { BackupCodes } from './BackupCodes';
import { Details } from './Details';
import { Enrolment } from './Enrolment';
import { LiveCodeCard } from './LiveCodeCard';
import { Sites } from './Sites';

const idInPlace = (): string => location.hash.split('/')[2] ?? '';

/** The page with everything about one account. */
export function AccountPage({ tools }: { readonly tools: AccountTools }) {
  const { accounts, preferences } = useManage();
  const toast = useToast();
  const id = idInPlace();
  const store = useMemo(() => tools.open(id), [id]);
  useEffect(() => () => store.close(), [store]);
  const beforeDelete = useRef<() => Promise<void>>(null);
  const entry = store.entry.value;

  if (entry === 'missing')
    return (
      <EmptyState
        icon="key"
        title={t('manage.account.missing')}
        actions={<Button onClick={() => goTo('#/accounts')}>{t('manage.account.back')}</Button>}
      />
    );
  if (entry === null)
    return <VisuallyHidden as="h1">{t('manage.sections.account')}</VisuallyHidden>;

  async function remove(): Promise<void> {
    try {
      await beforeDelete.current?.();
      const undo = await accounts.remove([id]);
      goTo('#/accounts');
      toast({ text: t('manage.accounts.deleted', [name]), undo });
    } catch (error) {
      toast({ text: errorMessage(error) });
    }
  }
  const name = entry.issuer || entry.account;
  return (
    <AccountContext.Provider value={{ ...tools, store, beforeDelete }}>
      <SectionPage
        title={name}
        hint={entry.issuer ? entry.account : undefined}
        actions={
          <Button variant="quiet" icon="back" onClick={() => goTo('#/accounts')}>
            {t('manage.account.back')}
          </Button>
        }
      >
        <LiveCodeCard entry={entry} />
        <BackupCodes entry={entry} />
        <Details key={`details-${entry.id}`} entry={entry} />
        <Sites entry={entry} />
        {preferences.policy.value.allowExport && <Enrolment entry={entry} />}
        <div>
          <Button icon="trash" onClick={() => void remove()}>
            {t('manage.account.delete')}
          </Button>
        </div>
      </SectionPage>
    </AccountContext.Provider>
  );
}
