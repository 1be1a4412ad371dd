import { useSignal } from '@preact/signals';
import type { Entry, EntryPatch } from '../../../lib/vault';
import {
  Banner,
  Button,
  Card,
  dateTime,
  errorWords,
  Facts,
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

const textOf = (entry: Entry) => ({
  issuer: entry.issuer,
  account: entry.account,
  tags: entry.tags.join(', '),
  note: entry.note,
  pin: entry.otp.pin,
  counter: String(entry.otp.counter),
});

const tagsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,،、]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** The names, tags, note and parameters of an account. */
export function Details({ entry }: { readonly entry: Entry }) {
  const { store, makeOtp } = useAccount();
  const { accounts } = useManage();
  const toast = useToast();
  const form = useSignal(textOf(entry));
  const failure = useSignal('');
  const { kind } = entry.otp;
  const set = (patch: Partial<typeof form.value>) => (form.value = { ...form.value, ...patch });
  const named = (form.value.issuer + form.value.account).trim() !== '';

  const patchOf = (now: Entry): EntryPatch => ({
    issuer: form.value.issuer.trim(),
    account: form.value.account.trim(),
    tags: tagsIn(form.value.tags),
    note: form.value.note,
    otp: makeOtp({
      ...now.otp,
      pin: form.value.pin,
      counter: kind === 'hotp' ? Number(form.value.counter) : 0,
    }),
  });

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    failure.value = '';
    if (!named) return;
    try {
      await store.change(patchOf);
      await accounts.reload();
      toast({ text: t('manage.account.saved') });
    } catch (error) {
      failure.value = errorWords(error);
    }
  }

  return (
    <Card title={t('manage.account.details')}>
      <AccountIcon entry={entry} />
      <form class={css['form']} onSubmit={(event) => void save(event)} noValidate>
        <div class={css['pair']}>
          <Field
            label={t('manage.add.issuer')}
            value={form.value.issuer}
            onInput={(issuer) => set({ issuer })}
            error={named ? '' : t('manage.add.nameMissing')}
          />
          <Field
            label={t('manage.add.account')}
            value={form.value.account}
            onInput={(account) => set({ account })}
          />
          {(kind === 'motp' || kind === 'yandex') && (
            <Field
              label={t('manage.add.pin')}
              inputMode="numeric"
              value={form.value.pin}
              onInput={(pin) => set({ pin })}
            />
          )}
          {kind === 'hotp' && (
            <Field
              label={t('manage.add.counter')}
              inputMode="numeric"
              value={form.value.counter}
              onInput={(counter) => set({ counter })}
            />
          )}
        </div>
        <Field
          label={t('manage.account.tags')}
          hint={t('manage.account.tagsHint')}
          value={form.value.tags}
          onInput={(tags) => set({ tags })}
        />
        <TextArea
          label={t('manage.account.note')}
          value={form.value.note}
          onInput={(note) => set({ note })}
        />
        <Switch
          label={t('manage.account.pinned')}
          checked={entry.pinned}
          onChange={(pinned) => void store.change(() => ({ pinned }))}
        />
        {failure.value && <Banner tone="danger">{failure.value}</Banner>}
        <div class={css['foot']}>
          <Button type="submit" variant="primary">
            {t('manage.account.save')}
          </Button>
          <p class={css['quiet']}>
            <Facts
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
