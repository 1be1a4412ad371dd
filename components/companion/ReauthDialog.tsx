import { useSignal } from '@preact/signals';
import type { ProofMethod } from './stores';
import { Button, Dialog, Field, PasswordField, t } from '../ui';
import { CodeField } from './CodeField';
import { useCompanion } from './CompanionContext';
import { digitsOf, isCode } from './digitsOf';
import { FormProblem } from './FormProblem';
import css from './ReauthDialog.module.css';
import { useForm } from './useForm';

/** The label of the button for each method. */
const useWords = {
  password: () => t('companion.reauth.use.password'),
  code: () => t('companion.reauth.use.code'),
  'backup-code': () => t('companion.reauth.use.backup_code'),
  google: () => t('companion.reauth.use.google'),
} satisfies Record<ProofMethod, () => string>;

/**
 * Asks for a fresh proof of identity, by one of the methods that the service accepts. The interrupted action then
 * continues.
 */
export function ReauthDialog() {
  const { reauth } = useCompanion();
  const asked = reauth.asked.value;
  const chosen = useSignal<ProofMethod | null>(null);
  if (!asked) return null;
  const method = asked.find((way) => way === chosen.value) ?? asked[0] ?? 'password';
  return (
    <Dialog title={t('companion.reauth.title')} onClose={reauth.cancel}>
      <p>{t('companion.reauth.text')}</p>
      <ProofForm key={method} method={method} />
      {asked
        .filter((other) => other !== method)
        .map((other) => (
          <Button key={other} variant="quiet" flush onClick={() => (chosen.value = other)}>
            {useWords[other]()}
          </Button>
        ))}
    </Dialog>
  );
}

function ProofForm({ method }: { readonly method: ProofMethod }) {
  const { account, demo, reauth } = useCompanion();
  const own = demo.demo.value?.googleAccounts.find(
    ({ email }) => email === account.me.value?.email,
  );
  const form = useForm({
    initial: { proof: method === 'google' ? (own?.sub ?? '') : '' },
    check: ({ proof }) =>
      method === 'code' && !isCode(proof) ? { proof: t('companion.refusals.malformed_code') } : {},
    act: ({ proof }) => reauth.prove(method, method === 'code' ? digitsOf(proof) : proof),
    fieldOf: {
      wrong_password: 'proof',
      wrong_code: 'proof',
      malformed_code: 'proof',
      malformed_backup_code: 'proof',
    },
  });
  const field = form.field('proof');
  return (
    <form class={css['form']} noValidate onSubmit={form.onSubmit}>
      {method === 'password' && (
        <PasswordField
          label={t('companion.reauth.label.password')}
          autocomplete="current-password"
          {...field}
        />
      )}
      {method === 'code' && <CodeField label={t('companion.reauth.label.code')} {...field} />}
      {method === 'backup-code' && (
        <Field label={t('companion.reauth.label.backup_code')} mono {...field} />
      )}
      {method === 'google' && <p>{t('companion.google.marked')}</p>}
      <FormProblem text={form.problem.value} />
      <Button type="submit" variant="primary" wide busy={form.busy.value}>
        {method === 'google' ? useWords.google() : t('companion.reauth.submit')}
      </Button>
    </form>
  );
}
