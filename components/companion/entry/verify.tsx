import { useCompanion } from '../CompanionContext';
import { MailedLink } from './MailedLink';

/** Where the mail of a sign-up leads: its account begins. */
export function VerifyAddress({ token }: { readonly token: string }) {
  const { signUp } = useCompanion();
  return <MailedLink act={() => signUp.verifyAddress(token)} then="/sign-in" />;
}

/** Where the mail leads that someone who has an account sent to themselves. */
export function VerifyEmail({ token }: { readonly token: string }) {
  const { signUp } = useCompanion();
  return <MailedLink act={() => signUp.verifyEmail(token)} then="/preferences/profile" />;
}
