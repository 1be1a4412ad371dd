import type { ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { Api, ServiceClient } from './createServiceClient';
import type { Refusal, ServiceResult } from './ServiceResult';

export type Me = InferResponseType<Api['me']['$get']>;
export type WorkspaceRef = Me['workspaces'][number];
/** The content of the Security tab. */
export type SecurityView = InferResponseType<Api['security']['$get']>;
export type TwoFactorState = SecurityView['twoFactor']['state'];
export type SignInResult = InferResponseType<Api['sign-in']['$post']>;
export type Challenge = Extract<SignInResult, { state: 'challenge' | 'set-up' }>;

/**
 * The state of the sign-in. `unavailable`: the service failed, so it is unknown whether there is a session.
 * `enrolled`: signed in, with backup codes that are shown only now.
 */
export type Phase =
  | { readonly at: 'starting' }
  | { readonly at: 'unavailable' }
  | { readonly at: 'out' }
  | { readonly at: 'challenge' | 'set-up'; readonly challenge: Challenge }
  | { readonly at: 'enrolled'; readonly codes: readonly string[] }
  | { readonly at: 'in' };

/** The reason why the sign-in page is shown: a refusal, or the success of an action. */
export type Notice =
  | { readonly refusal: Refusal }
  | { readonly done: 'signedOut' | 'passwordSet' | 'confirmed' | 'dataReset' | 'accountDeleted' };

/** The signed-in account: its sign-in, the second step, and the session. */
export interface AccountStore {
  readonly phase: ReadonlySignal<Phase>;
  readonly me: ReadonlySignal<Me | null>;
  readonly security: ReadonlySignal<SecurityView | null>;
  readonly workspace: ReadonlySignal<WorkspaceRef | null>;
  readonly notice: ReadonlySignal<Notice | null>;
  /** The reason why the account couldn't be read last time during a session, or null after a successful read. */
  readonly readFailure: ReadonlySignal<Refusal | null>;
  /** Whether this session began with a backup code. Reset when the person dismisses the notice. */
  readonly usedBackupCode: ReadonlySignal<boolean>;
  /** Reads the account's state from the service. Only the refusal `signed_out` ends the session on this page. */
  readonly refresh: (client?: ServiceClient) => Promise<void>;
  readonly signIn: (email: string, password: string) => Promise<Refusal | null>;
  /** Signs in with Google. `sub` is the person's id at the simulated Google. */
  readonly signInWithGoogle: (sub: string) => Promise<Refusal | null>;
  /** Continues a sign-in with the service's response, which either starts a session or asks for a second step. */
  readonly enter: (result: ServiceResult<SignInResult>) => Promise<Refusal | null>;
  readonly submitCode: (code: string) => Promise<Refusal | null>;
  readonly submitBackupCode: (code: string) => Promise<Refusal | null>;
  readonly cancelChallenge: () => Promise<void>;
  readonly codesSaved: () => void;
  readonly dismissBackupNotice: () => void;
  /** Ends the session at the service and then on this page. */
  readonly signOut: (notice?: Notice) => Promise<void>;
  /** Ends the session on this page only, and shows the reason on the sign-in page. */
  readonly leave: (notice: Notice) => void;
  readonly switchWorkspace: (id: string) => Promise<Refusal | null>;
}
