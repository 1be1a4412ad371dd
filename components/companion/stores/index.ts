export type { ServiceResult, Refusal, RefusalFacts } from './ServiceResult';
export type {
  AccountStore,
  Challenge,
  Me,
  Notice,
  Phase,
  SecurityView,
  TwoFactorState,
  WorkspaceRef,
} from './AccountStore';
export {
  createCompanionStores,
  type CompanionDeps,
  type CompanionStores,
} from './createCompanionStores';
export type { Demo, DemoPerson, DemoStore } from './createDemoStore';
export type { Mail, MailAddress, MailboxStore } from './createMailboxStore';
export type { PasswordChange, PasswordStore, ResetLink } from './createPasswordStore';
export type { ProfileStore } from './createProfileStore';
export type { ProofMethod, ReauthStore } from './createReauthStore';
export type { RouteStore, RouteWindow } from './createRouteStore';
export type { SessionsStore, SessionView } from './createSessionsStore';
export type { Invitation, NewAccount, SignUpStore } from './createSignUpStore';
export type { SetUp, TwoFactorStore } from './createTwoFactorStore';
export type { AuditEntry, AuditFilter } from './createAuditReader';
export type {
  Enforcement,
  Group,
  GroupForm,
  InvitedPerson,
  Member,
  WorkspaceStore,
} from './WorkspaceStore';
export type { InvitationsStore, PendingInvitation } from './createInvitationsStore';
export { createSessionFetch } from './createSessionFetch';
export { readClientId } from './readClientId';
export { createSessionTokenStore, type SessionTokenStore } from './SessionTokenStore';
