import { useSignal } from '@preact/signals';
import type { Entry } from '../../../lib/vault';
import { Button, Card, errorMessage, Field, t, useToast } from '../../ui';
import { useAccount } from './AccountContext';
import css from './Account.module.css';
import { SiteRow } from './SiteRow';

/**
 * The hosts that the user linked to an account. On these hosts, the account is listed first and filled without a
 * question.
 */
export function Sites({ entry }: { readonly entry: Entry }) {
  const { store, readHost } = useAccount();
  const toast = useToast();
  const typed = useSignal('');
  const problem = useSignal('');

  const setHosts = async (change: (hosts: readonly string[]) => readonly string[]) => {
    try {
      await store.change(({ hosts }) => ({ hosts: change(hosts) }));
    } catch (error) {
      toast({ text: errorMessage(error) });
    }
  };
  async function add(event: Event): Promise<void> {
    event.preventDefault();
    const host = await readHost(typed.value);
    problem.value = host ? '' : t('manage.account.badHost');
    if (!host) return;
    typed.value = '';
    await setHosts((hosts) => [...new Set([...hosts, host])]);
  }

  return (
    <Card title={t('manage.account.sites')} hint={t('manage.account.sitesHint')}>
      {entry.hosts.length > 0 && (
        <ul class={css['rows']}>
          {entry.hosts.map((host) => (
            <SiteRow
              key={host}
              host={host}
              remove={() => void setHosts((hosts) => hosts.filter((one) => one !== host))}
              widen={(site) =>
                void setHosts((hosts) => [
                  ...new Set(hosts.map((one) => (one === host ? site : one))),
                ])
              }
            />
          ))}
        </ul>
      )}
      <form class={css['inline']} onSubmit={(event) => void add(event)} noValidate>
        <Field
          label={t('manage.account.site')}
          placeholder="example.com"
          inputMode="url"
          value={typed.value}
          onInput={(value) => {
            typed.value = value;
            problem.value = '';
          }}
          error={problem.value}
        />
        <Button type="submit">{t('manage.account.addSite')}</Button>
      </form>
    </Card>
  );
}
