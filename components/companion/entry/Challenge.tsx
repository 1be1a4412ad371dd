import { useSignal } from '@preact/signals';
import type { Challenge as Asked } from '../stores';
import { Banner, Button, Field, t } from '../../ui';
import { CodeField } from '../CodeField';
import { useCompanion } from '../CompanionContext';
import { digitsOf, isCode } from '../digitsOf';
import { FormProblem } from '../FormProblem';
import { Link } from '../Link';
import { useForm } from '../useForm';
import { EntryPage } from './EntryPage';
import css from './EntryPage.module.css';

/** Returns the help for people without their authenticator. Names an admin only if an admin can help. */
function lostText({ adminCanHelp, methods }: Asked): string {
  if (adminCanHelp) return t('companion.challenge.lost');
  return methods.includes('backup-code')
    ? t('companion.challenge.lostAlone')
    : t('companion.challenge.lostEverything');
}

/** The form field of each refusal about the entered code. */
const codeRefusals = {
  wrong_code: 'code',
  malformed_code: 'code',
  malformed_backup_code: 'code',
} as const;

/** The second step of a sign-in, which asks for a code of the account. */
export function Challenge({ asked }: { readonly asked: Asked }) {
  const { account } = useCompanion();
  const byBackup = useSignal(false);
  const hasBackupCode = asked.methods.includes('backup-code');
  return (
    // Switching between authenticator code and backup code changes the key. The form is then a new element, so
    // its field gets the focus.
    <EntryPage key={byBackup.value} title={t('companion.challenge.title')}>
      <p class={css['quiet']}>{t('companion.challenge.account', [asked.account])}</p>
      {asked.mailed && (
        <>
          <Banner tone="info">{t('companion.enrol.mailed')}</Banner>
          <p>
            <Link to="/mailbox">{t('companion.enrol.openMail')}</Link>
          </p>
        </>
      )}
      {byBackup.value ? <BackupForm /> : <CodeForm />}
      <div class={css['ways']}>
        {hasBackupCode && (
          <Button variant="quiet" flush onClick={() => (byBackup.value = !byBackup.value)}>
            {byBackup.value
              ? t('companion.challenge.authenticator')
              : t('companion.challenge.backup')}
          </Button>
        )}
        <Button variant="quiet" flush onClick={() => void account.cancelChallenge()}>
          {t('companion.challenge.cancel')}
        </Button>
      </div>
      <p class={css['quiet']}>{lostText(asked)}</p>
    </EntryPage>
  );
}

function CodeForm() {
  const { account } = useCompanion();
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => (isCode(code) ? {} : { code: t('companion.refusals.malformed_code') }),
    act: ({ code }) => account.submitCode(digitsOf(code)),
    fieldOf: codeRefusals,
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <CodeField
        label={t('companion.challenge.code')}
        hint={t('companion.challenge.hint')}
        {...form.field('code')}
      />
      <FormProblem text={form.problem.value} />
      <Button type="submit" variant="primary" wide busy={form.busy.value}>
        {t('companion.challenge.submit')}
      </Button>
    </form>
  );
}

function BackupForm() {
  const { account } = useCompanion();
  const form = useForm({
    initial: { code: '' },
    act: ({ code }) => account.submitBackupCode(code),
    fieldOf: codeRefusals,
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <Field
        label={t('companion.challenge.backupCode')}
        hint={t('companion.challenge.backupHint')}
        mono
        placeholder="XXXX-XXXX-XXXX-XXXX"
        {...form.field('code')}
      />
      <FormProblem text={form.problem.value} />
      <Button type="submit" variant="primary" wide busy={form.busy.value}>
        {t('companion.challenge.submit')}
      </Button>
    </form>
  );
}
