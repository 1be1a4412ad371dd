import { useSignal } from '@preact/signals';
import type { AddStore } from '../../stores/createAddStore';
import { Banner, Button, Card, errorMessage, Field, t, useToast } from '../../ui';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { AdvancedFields } from './AdvancedFields';
import { CodePreview } from './CodePreview';
import css from './Add.module.css';

/** Adds an account by its secret key, with a preview of its code. */
export function AddByKey({ store }: { readonly store: AddStore }) {
  const { accounts } = useManage();
  const toast = useToast();
  const tried = useSignal(false);
  const failure = useSignal('');
  const form = store.form.value;
  const reading = store.reading.value;
  const known = store.known.value;
  const isLink = form.key.includes('://');
  const named = (form.issuer + form.account).trim() !== '' || isLink;
  const keyError =
    reading?.error !== undefined
      ? errorMessage(reading.error)
      : tried.value && !reading
        ? t('manage.add.keyMissing')
        : '';

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    tried.value = true;
    failure.value = '';
    if (!reading?.account || !named) return;
    try {
      const name = form.issuer || form.account || reading.account.issuer;
      const id = await store.save();
      await accounts.reload();
      tried.value = false;
      toast({ text: t('manage.add.saved', [name]) });
      goTo(`#/account/${id}`);
    } catch (error) {
      failure.value = errorMessage(error);
    }
  }

  return (
    <Card title={t('manage.add.byKey')} hint={t('manage.add.byKeyHint')}>
      <form class={css['form']} onSubmit={(event) => void submit(event)} noValidate>
        <div class={css['pair']}>
          <Field
            label={t('manage.add.issuer')}
            placeholder={t('manage.add.issuerExample')}
            value={form.issuer}
            onInput={(issuer) => store.set({ issuer })}
            error={tried.value && !named ? t('manage.add.nameMissing') : ''}
          />
          <Field
            label={t('manage.add.account')}
            placeholder={t('manage.add.accountExample')}
            value={form.account}
            onInput={(account) => store.set({ account })}
          />
        </div>
        <Field
          mono
          label={t('manage.add.key')}
          hint={t('manage.add.keyHint')}
          value={form.key}
          onInput={(key) => store.set({ key })}
          error={keyError}
        />
        {!isLink && <AdvancedFields form={form} set={(patch) => store.set(patch)} />}
        <CodePreview code={store.code} />
        {known && (
          <Banner tone="warning">
            {t(known.same === 'names' ? 'manage.add.known.names' : 'manage.add.known.secret', [
              [known.issuer, known.account].filter(Boolean).join(' · '),
            ])}
          </Banner>
        )}
        {failure.value && <Banner tone="danger">{failure.value}</Banner>}
        <div>
          <Button type="submit" variant="primary">
            {t('manage.add.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
