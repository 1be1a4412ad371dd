import { effect } from '@preact/signals';
import { createAccountStore, type AccountStore } from './createAccountStore';
import { createServiceClient } from './createServiceClient';
import { createDemoStore, type DemoStore } from './createDemoStore';
import { createMailboxStore, type MailboxStore } from './createMailboxStore';
import { createPasswordStore, type PasswordStore } from './createPasswordStore';
import { createProfileStore, type ProfileStore } from './createProfileStore';
import { createReauthStore, type ReauthStore } from './createReauthStore';
import { createRouteStore, type RouteStore, type RouteWindow } from './createRouteStore';
import { createSessionFetch, type SessionFetchDeps } from './createSessionFetch';
import { createSessionsStore, type SessionsStore } from './createSessionsStore';
import { createSignUpStore, type SignUpStore } from './createSignUpStore';
import { createTwoFactorStore, type TwoFactorStore } from './createTwoFactorStore';
import { createWorkspaceStore, type WorkspaceStore } from './createWorkspaceStore';

/** All that the companion's page draws and calls. */
export interface CompanionStores {
  readonly route: RouteStore;
  readonly account: AccountStore;
  readonly signUp: SignUpStore;
  readonly profile: ProfileStore;
  readonly twoFactor: TwoFactorStore;
  readonly password: PasswordStore;
  readonly sessions: SessionsStore;
  readonly workspace: WorkspaceStore;
  readonly reauth: ReauthStore;
  readonly mailbox: MailboxStore;
  readonly demo: DemoStore;
  /** Reads again whatever is shown: something may have changed elsewhere. */
  readonly refresh: () => Promise<void>;
}

export interface CompanionDeps extends SessionFetchDeps {
  /** The address that the service answers at. */
  readonly base: string;
  readonly window: RouteWindow;
  readonly openAnotherBrowser: () => void;
}

export function createCompanionStores(deps: CompanionDeps): CompanionStores {
  const { tokenStore } = deps;
  const request = createServiceClient({ base: deps.base, fetch: createSessionFetch(deps) });
  const route = createRouteStore(deps.window);
  const { requestWithProof, ...reauth } = createReauthStore(request);
  const account = createAccountStore({ request, tokenStore });
  // Where the session has ended there is nothing left to prove.
  effect(() => {
    if (account.phase.value.at === 'out') reauth.cancel();
  });
  const twoFactor = createTwoFactorStore({ request, requestWithProof, account });
  const workspace = createWorkspaceStore({ request, requestWithProof, account });
  const sessions = createSessionsStore({ request, requestWithProof });
  const mailbox = createMailboxStore(request);
  const demo = createDemoStore({ request, account, openAnotherBrowser: deps.openAnotherBrowser });
  return {
    route,
    account,
    signUp: createSignUpStore({ request, account }),
    profile: createProfileStore({ request, requestWithProof, account }),
    twoFactor,
    password: createPasswordStore({ request, requestWithProof, account }),
    sessions,
    workspace,
    reauth: {
      ...reauth,
      async prove(...proof) {
        const refusal = await reauth.prove(...proof);
        if (refusal?.code === 'signed_out') await account.refresh();
        return refusal;
      },
    },
    mailbox,
    demo,
    async refresh() {
      const [first, second] = route.parts.value;
      await Promise.all([
        account.refresh(),
        demo.load(),
        first === 'mailbox' && mailbox.load(second),
        first === 'access' && workspace.load(),
        first === 'preferences' && second === 'sessions' && sessions.load(),
      ]);
    },
  };
}
