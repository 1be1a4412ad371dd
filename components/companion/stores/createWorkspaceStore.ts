import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { Refusal } from './ServiceResult';
import type { AccountStore } from './AccountStore';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';

type Routes = Api['workspaces'][':workspace'];
export type MemberList = InferResponseType<Routes['members']['$get']>;
export type Member = MemberList['members'][number];
export type GroupList = InferResponseType<Routes['groups']['$get']>;
export type Group = GroupList['groups'][number];
/** What Security Options shows. */
export type Enforcement = InferResponseType<Routes['enforcement']['$get']>;
export type AuditEntry = InferResponseType<Routes['audit']['$get']>['entries'][number];
export type GroupForm = Pick<Group, 'name' | 'manageAccount' | 'members'>;

/** Access Management of the workspace that the session is in. */
export interface WorkspaceStore {
  readonly members: ReadonlySignal<MemberList | null>;
  readonly groups: ReadonlySignal<GroupList | null>;
  readonly enforcement: ReadonlySignal<Enforcement | null>;
  readonly audit: ReadonlySignal<readonly AuditEntry[]>;
  readonly load: (client?: ServiceClient) => Promise<Refusal | null>;
  /** Lets an account in, or invites an address that has none: says which. */
  readonly addMember: (email: string) => Promise<Refusal | null>;
  readonly removeMember: (user: string) => Promise<Refusal | null>;
  readonly setDisabled: (user: string, disabled: boolean) => Promise<Refusal | null>;
  readonly emailNewSecret: (user: string) => Promise<Refusal | null>;
  /** `version` is that of the enforcement which the person saw. */
  readonly setEnforcement: (on: boolean, version: number) => Promise<Refusal | null>;
  readonly createGroup: (name: string) => Promise<Refusal | null>;
  /** `version` is that of the list of groups which the person saw. */
  readonly changeGroup: (id: string, form: GroupForm, version: number) => Promise<Refusal | null>;
  readonly deleteGroup: (id: string, version: number) => Promise<Refusal | null>;
}

export interface WorkspaceDeps {
  readonly request: ServiceClient;
  readonly requestWithProof: ServiceClient;
  readonly account: Pick<AccountStore, 'workspace' | 'refresh'>;
}

const routes = (api: Api): Routes => api.workspaces[':workspace'];

export function createWorkspaceStore({
  request,
  requestWithProof,
  account,
}: WorkspaceDeps): WorkspaceStore {
  const members = signal<MemberList | null>(null);
  const groups = signal<GroupList | null>(null);
  const enforcement = signal<Enforcement | null>(null);
  const audit = signal<readonly AuditEntry[]>([]);
  const here = () => ({ workspace: account.workspace.value?.id ?? '' });

  const load = async (client: ServiceClient = request) => {
    const param = here();
    const [who, which, rule, log] = await Promise.all([
      client((api) => routes(api).members.$get({ param, query: {} })),
      client((api) => routes(api).groups.$get({ param })),
      client((api) => routes(api).enforcement.$get({ param })),
      client((api) => routes(api).audit.$get({ param, query: {} })),
    ]);
    members.value = who.ok ? who.value : null;
    groups.value = which.ok ? which.value : null;
    enforcement.value = rule.ok ? rule.value : null;
    audit.value = log.ok ? log.value.entries : [];
    return refusalOf(who);
  };

  /** Does one thing and shows what became of everything. */
  const change = async (call: Parameters<ServiceClient>[0]) => {
    const result = await requestWithProof(call);
    await Promise.all([load(), account.refresh()]);
    return refusalOf(result);
  };

  return {
    members,
    groups,
    enforcement,
    audit,
    load,
    addMember: (email) =>
      change((api) => routes(api).members.$post({ param: here(), json: { email } })),
    removeMember: (user) =>
      change((api) => routes(api).members[':user'].$delete({ param: { ...here(), user } })),
    setDisabled: (user, disabled) =>
      change((api) =>
        routes(api).members[':user'].disabled.$put({
          param: { ...here(), user },
          json: { disabled },
        }),
      ),
    emailNewSecret: (user) =>
      change((api) =>
        routes(api).members[':user']['two-factor-secret'].$post({ param: { ...here(), user } }),
      ),
    setEnforcement: (on, version) =>
      change((api) => routes(api).enforcement.$put({ param: here(), json: { on, version } })),
    createGroup: (name) =>
      change((api) =>
        routes(api).groups.$post({
          param: here(),
          json: { name, manageAccount: false, members: [], version: groups.value?.version ?? 0 },
        }),
      ),
    changeGroup: (group, { name, manageAccount, members: ids }, version) =>
      change((api) =>
        routes(api).groups[':group'].$put({
          param: { ...here(), group },
          json: { name, manageAccount, members: [...ids], version },
        }),
      ),
    deleteGroup: (group, version) =>
      change((api) =>
        routes(api).groups[':group'].delete.$post({
          param: { ...here(), group },
          json: { version },
        }),
      ),
  };
}
