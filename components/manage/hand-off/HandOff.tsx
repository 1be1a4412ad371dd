import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BackupCodeOffer } from '../../../lib/authenticator/state';
import { FoundCodes, keepCodes } from '../../backup-codes';
import type { EntryStore } from '../../stores/createEntryStore';
import {
  Banner,
  Button,
  Card,
  EmptyState,
  errorMessage,
  plural,
  Select,
  t,
  useToast,
} from '../../ui';
import { fullName } from '../../vault/fullName';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { SectionPage } from '../SectionPage';
import css from './HandOff.module.css';
import { matchOffer } from './matchOffer';

export interface HandOffProps {
  readonly read: () => Promise<BackupCodeOffer | null>;
  readonly drop: () => Promise<void>;
  /** Notifies the page that offered the codes that they are saved. */
  readonly announce: (offer: BackupCodeOffer) => void;
  readonly open: (id: string) => EntryStore;
}

/** Shows backup codes that a page offers. Nothing is stored until the user chooses the account. */
export function HandOff({ read, drop, announce, open }: HandOffProps) {
  const { accounts } = useManage();
  const toast = useToast();
  const offer = useSignal<BackupCodeOffer | null | 'reading'>('reading');
  const chosen = useSignal('');
  const failure = useSignal('');

  useEffect(() => {
    void read().then((found) => (offer.value = found));
  }, []);

  const all = accounts.all.value;
  if (offer.value === 'reading' || all === null) return null;
  if (offer.value === null)
    return (
      <EmptyState
        icon="ticket"
        title={t('manage.handOff.nothing')}
        actions={
          <Button onClick={() => goTo('#/accounts')}>{t('manage.handOff.toAccounts')}</Button>
        }
      >
        {t('manage.handOff.nothingWords')}
      </EmptyState>
    );
  const found = offer.value;
  const { codes, issuer, account } = found;
  const options = matchOffer(all, found).map((entry) => ({
    value: entry.id,
    label: fullName(entry),
  }));
  const id = chosen.value || (options[0]?.value ?? '');

  async function keep(): Promise<void> {
    const store = open(id);
    try {
      const told = await keepCodes(store, codes, false);
      announce(found);
      await drop();
      await accounts.reload();
      toast(told);
      goTo(`#/account/${id}`);
    } catch (error) {
      failure.value = errorMessage(error);
    } finally {
      store.close();
    }
  }
  async function decline(): Promise<void> {
    await drop();
    goTo('#/accounts');
  }

  return (
    <SectionPage
      title={t('manage.handOff.title')}
      hint={t('manage.handOff.from', [issuer, account])}
    >
      <Card title={plural('manage.handOff.codes', codes.length)}>
        <FoundCodes codes={codes} />
        {options.length === 0 ? (
          <Banner tone="warning">{t('manage.handOff.noAccount')}</Banner>
        ) : (
          <Select
            label={t('manage.handOff.account')}
            value={id}
            options={options}
            onChange={(value) => (chosen.value = value)}
          />
        )}
        {failure.value && <Banner tone="danger">{failure.value}</Banner>}
        <div class={css['actions']}>
          <Button onClick={() => void decline()}>{t('manage.handOff.decline')}</Button>
          <Button variant="primary" disabled={id === ''} onClick={() => void keep()}>
            {t('manage.handOff.keep')}
          </Button>
        </div>
        <p class={css['quiet']}>{t('manage.backup.honest')}</p>
      </Card>
    </SectionPage>
  );
}
