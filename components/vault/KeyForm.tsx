import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AddStore } from '../stores/createAddStore';
import { Banner, Button, cx, errorMessage, Field, t, useFoot, useToast } from '../ui';
import { AdvancedFields } from './AdvancedFields';
import { fullName } from './fullName';
import css from './KeyForm.module.css';

export interface KeyFormProps {
  readonly store: AddStore;
  /** Groups the digits of a code. */
  readonly group: (code: string) => string;
  /** Whether the first field takes the focus. */
  readonly takeFocus?: boolean;
  /** Whether the button and the code stay in view in one line while the fields scroll. */
  readonly compact?: boolean;
  /** Called with the new account's id after the account was saved. */
  readonly onSaved: (id: string) => void | Promise<void>;
}

/** Adds an account by its secret key, with a preview of its code. */
export function KeyForm({ store, group, takeFocus, compact, onSaved }: KeyFormProps) {
  const toast = useToast();
  const foot = useFoot();
  const first = useRef<HTMLInputElement>(null);
  const tried = useSignal(false);
  const failure = useSignal('');
  const form = store.form.value;
  const reading = store.reading.value;
  const known = store.known.value;
  const code = store.code.value;
  const isLink = form.key.includes('://');
  const named = (form.issuer + form.account).trim() !== '' || isLink;
  const keyError =
    reading?.error !== undefined
      ? errorMessage(reading.error)
      : tried.value && !reading
        ? t('manage.add.keyMissing')
        : '';

  // Browsers honor `autofocus` only once per page.
  useEffect(() => void (takeFocus && first.current?.focus()), []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    tried.value = true;
    failure.value = '';
    if (!reading?.account || !named) return;
    try {
      const name = form.issuer || form.account || reading.account.issuer;
      const id = await store.save();
      tried.value = false;
      await onSaved(id);
      toast({ text: t('manage.add.saved', [name]) });
    } catch (error) {
      failure.value = errorMessage(error);
    }
  }

  const preview = (
    <div class={css['preview']}>
      <span>{t('manage.add.preview')}</span>
      <span class={css['code']} dir="ltr" data-testid="preview">
        {code === null ? '––– –––' : group(code)}
      </span>
    </div>
  );

  return (
    <form class={css['form']} onSubmit={(event) => void submit(event)} noValidate>
      <div class={css['pair']}>
        <Field
          label={t('manage.add.issuer')}
          placeholder={t('manage.add.issuerExample')}
          inputRef={first}
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
      {!compact && preview}
      {known && (
        <Banner tone="warning">
          {t(known.same === 'names' ? 'manage.add.known.names' : 'manage.add.known.secret', [
            fullName(known),
          ])}
        </Banner>
      )}
      <div ref={compact ? foot : null} class={cx(css['end'], compact && css['foot'])}>
        {failure.value && <Banner tone="danger">{failure.value}</Banner>}
        <div class={css['actions']}>
          <Button type="submit" variant="primary">
            {t('manage.add.save')}
          </Button>
          {compact && preview}
        </div>
      </div>
    </form>
  );
}
