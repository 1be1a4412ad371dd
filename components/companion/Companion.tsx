import { AccessManagement } from './workspace/AccessManagement';
import { useCompanion } from './CompanionContext';
import { Developer } from './developer/Developer';
import { Challenge } from './entry/Challenge';
import { SaveBackupCodes } from './entry/SaveBackupCodes';
import { ForgotPassword } from './entry/ForgotPassword';
import { Google } from './entry/Google';
import { Join } from './entry/Join';
import { NewPassword } from './entry/NewPassword';
import { SetUpStep } from './entry/SetUpStep';
import { SignIn } from './entry/SignIn';
import { SignUp } from './entry/SignUp';
import { Unavailable } from './entry/Unavailable';
import { VerifyAddress, VerifyEmail } from './entry/verify';
import { Banners } from './frame/Banners';
import { DemoBar } from './frame/DemoBar';
import { Shell } from './frame/Shell';
import { SkipLink } from './frame/SkipLink';
import { Home } from './Home';
import { Invitations } from './Invitations';
import { Mailbox } from './mailbox/Mailbox';
import { Preferences } from './preferences/Preferences';
import './companion.css';
import { ReauthDialog } from './ReauthDialog';

/** The whole companion: the demo bar, and below it the page for the current address and session. */
export const Companion = () => (
  <>
    <SkipLink />
    <DemoBar />
    <CurrentPage />
    <ReauthDialog />
  </>
);

/**
 * Pages that need no session, by the first part of the address. The second part is a mailed token. The pages are
 * in a map, because an object would also find inherited names such as `constructor`.
 */
const publicPages = new Map<string, (token: string) => preact.JSX.Element>([
  ['mailbox', () => <Mailbox />],
  ['developer', () => <Developer />],
  ['reset-password', (token) => <NewPassword token={token} />],
  ['verify-address', (token) => <VerifyAddress token={token} />],
  ['verify-email', (token) => <VerifyEmail token={token} />],
  ['join', (token) => <Join token={token} />],
]);

function CurrentPage() {
  const { account, route } = useCompanion();
  const [first = '', second = ''] = route.parts.value;
  const page = publicPages.get(first);
  if (page) return page(second);
  const phase = account.phase.value;
  switch (phase.at) {
    case 'challenge':
      return <Challenge asked={phase.challenge} />;
    case 'set-up':
      return <SetUpStep challenge={phase.challenge} />;
    case 'enrolled':
      return <SaveBackupCodes codes={phase.codes} />;
    case 'out':
      return <Outside page={first} />;
    case 'unavailable':
      return <Unavailable />;
    case 'in':
      if (!account.me.value) return <Unavailable />;
      return (
        <Shell>
          <Banners />
          <Inside page={first} />
        </Shell>
      );
    default:
      return <main id="content" aria-busy="true" />;
  }
}

function Outside({ page }: { readonly page: string }) {
  switch (page) {
    case 'forgot':
      return <ForgotPassword />;
    case 'sign-up':
      return <SignUp />;
    case 'google':
      return <Google />;
    default:
      return <SignIn />;
  }
}

function Inside({ page }: { readonly page: string }) {
  switch (page) {
    case 'preferences':
      return <Preferences />;
    case 'invitations':
      return <Invitations />;
    case 'access':
      return <AccessManagement />;
    default:
      return <Home />;
  }
}
