import type { ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { AuditReader } from './createAuditReader';
import type { Api, ServiceClient } from './createServiceClient';
import type { Page } from './readPages';
import type { Refusal } from './ServiceResult';

export type WorkspaceRoutes = Api['workspaces'][':workspace'];
type MemberResponse = InferResponseType<WorkspaceRoutes['members']['$get']>;
export type Member = MemberResponse['members'][number];
export type InvitedPerson = MemberResponse['invited'][number];
/** A page of members, and the pending invitations. */
export type MemberList = Page<Member> & Omit<MemberResponse, 'members'>;
export type GroupList = InferResponseType<WorkspaceRoutes['groups']['$get']>;
export type Group = GroupList['groups'][number];
/** The content of the page "Security Options". */
export type Enforcement = InferResponseType<WorkspaceRoutes['enforcement']['$get']>;
export type GroupForm = Pick<Group, 'name' | 'manageAccount' | 'members'>;

/** The page "Access Management" of the session's workspace. */
export interface WorkspaceStore {
  readonly members: ReadonlySignal<MemberList | null>;
  readonly groups: ReadonlySignal<GroupList | null>;
  readonly enforcement: ReadonlySignal<Enforcement | null>;
  /** The prefix of the listed addresses. Empty if all addresses are listed. */
  readonly search: ReadonlySignal<string>;
  readonly audit: AuditReader;
  readonly load: (client?: ServiceClient) => Promise<Refusal | null>;
  readonly moreMembers: () => Promise<Refusal | null>;
  readonly moreInvited: () => Promise<Refusal | null>;
  readonly searchMembers: (text: string) => Promise<Refusal | null>;
  /**
   * Invites an address. The owner of the address becomes a member only by accepting. The result is the same for
   * every address.
   */
  readonly invite: (email: string) => Promise<Refusal | null>;
  readonly cancelInvitation: (id: string) => Promise<Refusal | null>;
  readonly resendInvitation: (id: string) => Promise<Refusal | null>;
  readonly removeMember: (user: string) => Promise<Refusal | null>;
  readonly setDisabled: (user: string, disabled: boolean) => Promise<Refusal | null>;
  /** Signs a member out everywhere. */
  readonly endSessions: (user: string) => Promise<Refusal | null>;
  readonly emailNewSecret: (user: string) => Promise<Refusal | null>;
  /** Turns enforcement on or off. `version` is the version of the displayed setting. */
  readonly setEnforcement: (on: boolean, version: number) => Promise<Refusal | null>;
  readonly createGroup: (name: string) => Promise<Refusal | null>;
  /** Changes a group. `version` is the version of the displayed list of groups. */
  readonly changeGroup: (id: string, form: GroupForm, version: number) => Promise<Refusal | null>;
  readonly deleteGroup: (id: string, version: number) => Promise<Refusal | null>;
}
