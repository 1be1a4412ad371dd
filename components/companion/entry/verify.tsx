import { useCompanion } from '../CompanionContext';
import { MailedLink } from './MailedLink';

/** The target of a sign-up's mail: creates the account. */
export function VerifyAddress({ token }: { readonly token: string }) {
  const { signUp } = useCompanion();
  return <MailedLink act={() => signUp.verifyAddress(token)} then="/sign-in" />;
}

/** The target of the mail with which an existing account verifies its address. */
export function VerifyEmail({ token }: { readonly token: string }) {
  const { signUp } = useCompanion();
  return <MailedLink act={() => signUp.verifyEmail(token)} then="/preferences/profile" />;
}
