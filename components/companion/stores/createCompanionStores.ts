import { effect } from '@preact/signals';
import type { AccountStore } from './AccountStore';
import { coalesce } from './coalesce';
import { createAccountStore } from './createAccountStore';
import { createServiceClient, type ServiceClient } from './createServiceClient';
import type { Refusal } from './ServiceResult';
import { createInvitationsStore, type InvitationsStore } from './createInvitationsStore';
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
import { createWorkspaceStore } from './createWorkspaceStore';
import type { WorkspaceStore } from './WorkspaceStore';

/** Everything that the companion's page displays and calls. */
export interface CompanionStores {
  readonly route: RouteStore;
  readonly account: AccountStore;
  readonly signUp: SignUpStore;
  readonly profile: ProfileStore;
  readonly invitations: InvitationsStore;
  readonly twoFactor: TwoFactorStore;
  readonly password: PasswordStore;
  readonly sessions: SessionsStore;
  readonly workspace: WorkspaceStore;
  readonly reauth: ReauthStore;
  readonly mailbox: MailboxStore;
  readonly demo: DemoStore;
  /** Refreshes all displayed data. */
  readonly refresh: () => Promise<void>;
  /**
   * Handles a change that the service announced. `changedBy` is the id of the page that made the change. That
   * page has already read the new state. Every other page reads the new state now, without extending the session.
   */
  readonly onChange: (changedBy: string | null) => Promise<void>;
}

export interface CompanionDeps extends SessionFetchDeps {
  /** The base URL of the service. */
  readonly base: string;
  /** Identifies this page among all open pages. */
  readonly pageId: string;
  readonly window: RouteWindow;
  readonly openAnotherBrowser: () => void;
}

export function createCompanionStores(deps: CompanionDeps): CompanionStores {
  const { tokenStore, pageId } = deps;
  const headers = { 'x-page': pageId };
  const client = {
    base: deps.base,
    fetch: createSessionFetch(deps),
    // Any request may reveal that the session has ended.
    onRefusal: (refusal: Refusal) => {
      const { at } = account.phase.value;
      if (refusal.code === 'signed_out' && (at === 'in' || at === 'enrolled'))
        account.leave({ refusal });
    },
  };
  const request = createServiceClient({ ...client, headers });
  // Automatic reads don't count as activity in the session.
  const passive = createServiceClient({
    ...client,
    headers: { ...headers, 'x-passive': '1' },
  });
  const route = createRouteStore(deps.window);
  const { requestWithProof, ...reauth } = createReauthStore(request);
  const account = createAccountStore({ request, tokenStore });
  // After the session ends, no action waits for a proof of identity.
  effect(() => {
    if (account.phase.value.at === 'out') reauth.cancel();
  });
  const workspace = createWorkspaceStore({ request, requestWithProof, account });
  const sessions = createSessionsStore({ request, requestWithProof });
  const mailbox = createMailboxStore(request);
  const demo = createDemoStore({ request, account, openAnotherBrowser: deps.openAnotherBrowser });
  const read = async (by: ServiceClient) => {
    const [first, second] = route.parts.value;
    await Promise.all([
      account.refresh(by),
      demo.load(by),
      first === 'mailbox' && mailbox.load(second, by),
      first === 'access' && workspace.load(by),
      first === 'preferences' && second === 'sessions' && sessions.load(by),
    ]);
  };
  const readPassively = coalesce(() => read(passive));
  return {
    route,
    account,
    signUp: createSignUpStore({ request, account }),
    invitations: createInvitationsStore({ request, account }),
    profile: createProfileStore({ request, requestWithProof, account }),
    twoFactor: createTwoFactorStore({ request, requestWithProof, account }),
    password: createPasswordStore({ request, requestWithProof, account }),
    sessions,
    workspace,
    reauth,
    mailbox,
    demo,
    refresh: () => read(request),
    onChange: async (changedBy) => {
      if (changedBy !== pageId) await readPassively();
    },
  };
}
