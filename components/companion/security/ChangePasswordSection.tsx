import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SecurityView } from '../stores';
import { Button, Checkbox, PasswordField, t, useToast } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { NewPasswordFields, newPasswordRefusals } from '../NewPasswordFields';
import { useForm } from '../useForm';
import { Section } from './Section';
import { showSection } from './showSection';

const empty = { current: '', next: '', again: '' };

/** Changes the password of a signed-in person, without an email. */
export function ChangePasswordSection({ security }: { readonly security: SecurityView }) {
  const { account, password } = useCompanion();
  const say = useToast();
  const endOthers = useSignal(true);
  // The version of the account's security state when the person began to fill in the form. If the state has
  // changed since then, the service refuses the form as stale.
  const seen = useSignal(security.version);
  const least = security.twoFactor.state === 'on' || security.twoFactor.state === 'reset' ? 8 : 15;
  const form = useForm({
    initial: empty,
    check: ({ next, again }) =>
      next === again ? {} : { again: t('companion.refusals.password_mismatch') },
    async act({ current, next, again }) {
      const refusal = await password.change({
        current,
        next,
        again,
        endOthers: endOthers.value,
        version: seen.value,
      });
      seen.value = account.security.value?.version ?? seen.value;
      if (!refusal) {
        form.set(empty);
        say({ text: t('companion.password.saved') });
      }
      return refusal;
    },
    fieldOf: { wrong_password: 'current', ...newPasswordRefusals },
  });
  const isBegun = Object.values(form.values.value).some((text) => text !== '');
  useEffect(() => {
    if (!isBegun) seen.value = security.version;
  }, [isBegun, security.version]);
  return (
    <Section
      id="change-password"
      title={t('companion.password.title')}
      about={
        <>
          <p>{t('companion.password.forgot')}</p>
          <p>
            <Button variant="quiet" flush onClick={() => showSection('password-reset-email')}>
              {t('companion.password.toReset')}
            </Button>
          </p>
        </>
      }
    >
      <form noValidate onSubmit={form.onSubmit}>
        <input type="email" autocomplete="username" value={security.email} readOnly hidden />
        <PasswordField
          label={t('companion.password.current')}
          autocomplete="current-password"
          {...form.field('current')}
        />
        <NewPasswordFields form={form} least={least} />
        <Checkbox
          label={t('companion.password.endOthers')}
          checked={endOthers.value}
          onChange={(checked) => (endOthers.value = checked)}
        />
        <FormProblem text={form.problem.value} />
        <div>
          <Button type="submit" variant="primary" busy={form.busy.value}>
            {t('companion.password.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
