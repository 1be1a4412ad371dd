import { useCompanion } from '../CompanionContext';
import { MailedLink } from './MailedLink';

/** The page of a sign-up's link, which creates the account. */
export function VerifyAddress({ token }: { readonly token: string }) {
  const { signUp } = useCompanion();
  return <MailedLink act={() => signUp.verifyAddress(token)} then="/sign-in" />;
}

/** The page of the link with which an existing account verifies its address. */
export function VerifyEmail({ token }: { readonly token: string }) {
  const { signUp } = useCompanion();
  return <MailedLink act={() => signUp.verifyEmail(token)} then="/preferences/profile" />;
}
