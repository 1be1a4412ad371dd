import { signal } from '@preact/signals';
import type { AccountStore } from './AccountStore';
import { createAuditReader } from './createAuditReader';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';
import { readPages } from './readPages';
import type { ServiceResult } from './ServiceResult';
import type {
  Enforcement,
  GroupList,
  MemberList,
  WorkspaceRoutes,
  WorkspaceStore,
} from './WorkspaceStore';

export interface WorkspaceDeps {
  readonly request: ServiceClient;
  readonly requestWithProof: ServiceClient;
  readonly account: Pick<AccountStore, 'workspace' | 'refresh'>;
}

const routes = (api: Api): WorkspaceRoutes => api.workspaces[':workspace'];

export function createWorkspaceStore(deps: WorkspaceDeps): WorkspaceStore {
  const { request, requestWithProof, account } = deps;
  const members = signal<MemberList | null>(null);
  const groups = signal<GroupList | null>(null);
  const enforcement = signal<Enforcement | null>(null);
  const search = signal('');
  const here = () => ({ workspace: account.workspace.value?.id ?? '' });
  const audit = createAuditReader({ request, here });

  const readMembers = async (
    client: ServiceClient,
    after: string | undefined,
  ): Promise<ServiceResult<MemberList>> => {
    const text = search.value.trim();
    const query = { ...(after !== undefined && { after }), ...(text !== '' && { search: text }) };
    const result = await client((api) => routes(api).members.$get({ param: here(), query }));
    if (!result.ok) return result;
    const { members: rows, ...rest } = result.value;
    return { ok: true, value: { ...rest, rows } };
  };

  const loadMembers = async (client: ServiceClient, more = 0) => {
    const count = (members.value?.rows.length ?? 0) + more;
    const result = await readPages((after) => readMembers(client, after), count);
    members.value = result.ok ? result.value : null;
    return refusalOf(result);
  };

  const load = async (client: ServiceClient = request) => {
    const param = here();
    const [refusal, which, rule] = await Promise.all([
      loadMembers(client),
      client((api) => routes(api).groups.$get({ param })),
      client((api) => routes(api).enforcement.$get({ param })),
      audit.load(client),
    ]);
    groups.value = which.ok ? which.value : null;
    enforcement.value = rule.ok ? rule.value : null;
    return refusal;
  };

  /** Sends one change, then refreshes all displayed data. */
  const change = async (call: Parameters<ServiceClient>[0]) => {
    const result = await requestWithProof(call);
    await Promise.all([load(), account.refresh()]);
    return refusalOf(result);
  };

  return {
    members,
    groups,
    enforcement,
    search,
    audit,
    load,
    moreMembers: () => loadMembers(request, 1),
    async moreInvited() {
      const known = members.value;
      if (!known?.invitedNext) return null;
      const query = { after: known.invitedNext };
      const result = await request((api) => routes(api).invitations.$get({ param: here(), query }));
      if (result.ok)
        members.value = {
          ...known,
          invited: [...known.invited, ...result.value.invited],
          invitedNext: result.value.next,
        };
      return refusalOf(result);
    },
    async searchMembers(text) {
      search.value = text;
      members.value = members.value && { ...members.value, rows: [] };
      return loadMembers(request);
    },
    invite: (email) =>
      change((api) => routes(api).members.$post({ param: here(), json: { email } })),
    cancelInvitation: (id) =>
      change((api) => routes(api).invitations[':id'].$delete({ param: { ...here(), id } })),
    resendInvitation: (id) =>
      change((api) => routes(api).invitations[':id'].resend.$post({ param: { ...here(), id } })),
    removeMember: (user) =>
      change((api) => routes(api).members[':user'].$delete({ param: { ...here(), user } })),
    setDisabled: (user, disabled) =>
      change((api) =>
        routes(api).members[':user'].disabled.$put({
          param: { ...here(), user },
          json: { disabled },
        }),
      ),
    endSessions: (user) =>
      change((api) =>
        routes(api).members[':user'].sessions.$delete({ param: { ...here(), user } }),
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
