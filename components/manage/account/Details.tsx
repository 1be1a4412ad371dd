import { useSignal } from '@preact/signals';
import type { Entry } from '../../../lib/vault';
import {
  Banner,
  Button,
  Card,
  dateTime,
  errorMessage,
  InlineFacts,
  Field,
  Switch,
  t,
  TextArea,
  useToast,
} from '../../ui';
import { useManage } from '../ManageContext';
import { useAccount } from './AccountContext';
import css from './Account.module.css';
import { AccountIcon } from './AccountIcon';
import { parametersOf } from './parametersOf';
import { patchOf, textOf, type Typed } from './typedDetails';
import { useSaveOnLeave } from './useSaveOnLeave';
import { useSealedDraft } from './useSealedDraft';

/** A form for the names, tags, note and parameters of an account. */
export function Details({ entry }: { readonly entry: Entry }) {
  const account = useAccount();
  const { store } = account;
  const { accounts } = useManage();
  const toast = useToast();
  // The edited fields. All other fields show the current entry, because the entry's counter advances and other
  // pages may change the entry.
  const typed = useSignal<Partial<Typed>>({});
  const held = textOf(entry);
  const form = { ...held, ...typed.value };
  const failure = useSignal('');
  const { kind } = entry.otp;
  const set = (name: keyof Typed) => (value: string) => {
    const { [name]: _, ...others } = typed.value;
    typed.value = value === held[name] ? others : { ...others, [name]: value };
  };
  const named = (form.issuer + form.account).trim() !== '';
  const restored = useSealedDraft<Typed>(entry.id, typed);
  useSaveOnLeave({ entry, typed });

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    failure.value = '';
    if (!named) return;
    const sent = typed.value;
    try {
      await store.change(({ otp }) => patchOf(sent, otp, account));
      if (typed.value === sent) typed.value = {};
      await accounts.reload();
      toast({ text: t('manage.account.saved') });
    } catch (error) {
      failure.value = errorMessage(error);
    }
  }

  return (
    <Card title={t('manage.account.details')}>
      <AccountIcon entry={entry} />
      <form class={css['form']} onSubmit={(event) => void save(event)} noValidate>
        <div class={css['pair']}>
          <Field
            label={t('manage.add.issuer')}
            value={form.issuer}
            onInput={set('issuer')}
            error={named ? '' : t('manage.add.nameMissing')}
          />
          <Field label={t('manage.add.account')} value={form.account} onInput={set('account')} />
          {(kind === 'motp' || kind === 'yandex') && (
            <Field
              label={t('manage.add.pin')}
              inputMode="numeric"
              value={form.pin}
              onInput={set('pin')}
            />
          )}
          {kind === 'hotp' && (
            <Field
              label={t('manage.add.counter')}
              inputMode="numeric"
              value={form.counter}
              onInput={set('counter')}
            />
          )}
        </div>
        <Field
          label={t('manage.account.tags')}
          hint={t('manage.account.tagsHint')}
          value={form.tags}
          onInput={set('tags')}
        />
        <TextArea label={t('manage.account.note')} value={form.note} onInput={set('note')} />
        <Switch
          label={t('manage.account.pinned')}
          checked={entry.pinned}
          onChange={(pinned) => void store.change(() => ({ pinned }))}
        />
        {restored.value && Object.keys(typed.value).length > 0 && (
          <Banner
            tone="warning"
            actions={<Button onClick={() => (typed.value = {})}>{t('ui.discard.leave')}</Button>}
          >
            {t('manage.account.draft')}
          </Banner>
        )}
        {failure.value && <Banner tone="danger">{failure.value}</Banner>}
        <div class={css['foot']}>
          <Button type="submit" variant="primary">
            {t('manage.account.save')}
          </Button>
          <p class={css['quiet']}>
            <InlineFacts
              of={[
                ...parametersOf(entry.otp),
                t('manage.account.added', [dateTime(entry.createdAt)]),
                ...(entry.usedAt ? [t('manage.account.lastUsed', [dateTime(entry.usedAt)])] : []),
              ]}
            />
          </p>
        </div>
      </form>
    </Card>
  );
}
