import { useEffect } from 'preact/hooks';
import { Banner, Button, Field, t, useAction } from '../../ui';
import type { Invitation } from '../stores';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { Link } from '../Link';
import { NewPasswordFields, newPasswordRefusals } from '../NewPasswordFields';
import { refusalMessage } from '../refusalMessage';
import { longestName } from '../longestName';
import { useForm } from '../useForm';
import { EntryPage } from './EntryPage';

/** The page of a workspace's invitation. Signs up the invited person, whose address the link has confirmed. */
export function Join({ token }: { readonly token: string }) {
  const { route, signUp } = useCompanion();
  const invitation = signUp.invitation.value;
  useEffect(() => void signUp.openInvitation(token), [token]);
  const form = useForm({
    initial: { name: '', next: '', again: '' },
    check: ({ next, again }) =>
      next === again ? {} : { again: t('companion.refusals.password_mismatch') },
    async act({ name, next, again }) {
      const refusal = await signUp.accept(token, {
        name: name.trim(),
        password: next,
        confirm: again,
      });
      if (!refusal) route.replace('/home');
      return refusal;
    },
    fieldOf: newPasswordRefusals,
  });
  if (!invitation) return null;
  if (!invitation.ok)
    return (
      <EntryPage title={t('companion.signUp.title')}>
        <FormProblem text={refusalMessage(invitation.refusal)} />
        <p>
          <Link to="/sign-in">{t('companion.signIn.back')}</Link>
        </p>
      </EntryPage>
    );
  const { email, workspace, invitedBy, enforced, hasAccount } = invitation.value;
  if (hasAccount) return <SignInToAnswer invitation={invitation.value} />;
  return (
    <EntryPage title={t('companion.signUp.joinTitle', [workspace])}>
      <p>{t('companion.join.by', [invitedBy, workspace])}</p>
      <p>{t('companion.signUp.joinText', [email])}</p>
      {enforced && <Banner tone="info">{t('companion.enrol.newMember')}</Banner>}
      <form noValidate onSubmit={form.onSubmit}>
        <Field
          label={t('companion.signUp.name')}
          maxLength={longestName}
          autocomplete="name"
          {...form.field('name')}
        />
        <NewPasswordFields form={form} least={15} />
        <FormProblem text={form.problem.value} />
        <Button type="submit" variant="primary" wide busy={form.busy.value}>
          {t('companion.signUp.submit')}
        </Button>
      </form>
    </EntryPage>
  );
}

/**
 * The page of an invitation whose address has an account. Only the account's owner, signed in, can accept or
 * decline.
 */
function SignInToAnswer({ invitation }: { readonly invitation: Invitation }) {
  const { account, route } = useCompanion();
  const { email, workspace, invitedBy } = invitation;
  const own = account.me.value?.email;
  const isOwner = own === email;
  const goOn = useAction(async () => {
    if (own !== undefined && !isOwner) await account.signOut();
    route.replace('/invitations');
    return null;
  });
  return (
    <EntryPage title={t('companion.invitations.join', [workspace])}>
      <p>{t('companion.join.by', [invitedBy, workspace])}</p>
      {own !== undefined && !isOwner && <p>{t('companion.join.other', [own, email])}</p>}
      {own === undefined && <p>{t('companion.join.haveAccount', [email])}</p>}
      <Button variant="primary" wide busy={goOn.busy} onClick={() => void goOn.run()}>
        {isOwner ? t('companion.invitations.review') : t('companion.signIn.submit')}
      </Button>
    </EntryPage>
  );
}
