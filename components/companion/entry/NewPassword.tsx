import { useEffect } from 'preact/hooks';
import { Button, EmptyState, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { NewPasswordFields, newPasswordRefusals } from '../NewPasswordFields';
import { refusalMessage } from '../refusalMessage';
import { useForm } from '../useForm';
import { EntryPage } from './EntryPage';
import css from './EntryPage.module.css';

/** The page of a mailed reset link. Only setting the password uses up the link. */
export function NewPassword({ token }: { readonly token: string }) {
  const { password, route } = useCompanion();
  const link = password.link.value;
  useEffect(() => void password.openLink(token), [token]);
  const form = useForm({
    initial: { next: '', again: '' },
    check: ({ next, again }) =>
      next === again ? {} : { again: t('companion.refusals.password_mismatch') },
    async act({ next, again }) {
      const refusal = await password.reset(token, next, again);
      if (!refusal) route.replace('/sign-in');
      return refusal;
    },
    fieldOf: newPasswordRefusals,
  });
  if (!link) return null;
  if (!link.ok)
    return (
      <EntryPage title={t('companion.reset.title')}>
        <EmptyState
          icon="clock"
          title={t('companion.reset.dead')}
          actions={
            <Button variant="primary" onClick={() => route.replace('/forgot')}>
              {t('companion.reset.again')}
            </Button>
          }
        >
          {refusalMessage(link.refusal)}
        </EmptyState>
      </EntryPage>
    );
  return (
    <EntryPage title={t('companion.reset.title')}>
      <p class={css['quiet']}>{t('companion.reset.account', [link.value.account])}</p>
      <form noValidate onSubmit={form.onSubmit}>
        <NewPasswordFields form={form} least={link.value.least} />
        <FormProblem text={form.problem.value} />
        <Button type="submit" variant="primary" wide busy={form.busy.value}>
          {t('companion.reset.submit')}
        </Button>
      </form>
    </EntryPage>
  );
}
