import type { Refusal } from './ServiceResult';
import type { AccountStore } from './AccountStore';
import { type ServiceClient, refusalOf } from './createServiceClient';

/** A person's own profile. */
export interface ProfileStore {
  /** Changes the person's name. `version` is the version of the account that the person saw. */
  readonly rename: (name: string, version: number) => Promise<Refusal | null>;
  readonly leaveWorkspace: (workspace: string) => Promise<Refusal | null>;
  readonly deleteAccount: () => Promise<Refusal | null>;
}

export interface ProfileDeps {
  readonly request: ServiceClient;
  readonly requestWithProof: ServiceClient;
  readonly account: Pick<AccountStore, 'leave' | 'refresh'>;
}

export const createProfileStore = ({
  request,
  requestWithProof,
  account,
}: ProfileDeps): ProfileStore => ({
  async rename(name, version) {
    const result = await request((api) => api.me.$patch({ json: { name, version } }));
    await account.refresh();
    return refusalOf(result);
  },
  async leaveWorkspace(workspace) {
    const result = await requestWithProof((api) =>
      api.workspaces[':workspace'].membership.$delete({ param: { workspace } }),
    );
    await account.refresh();
    return refusalOf(result);
  },
  async deleteAccount() {
    const result = await requestWithProof((api) => api.me.$delete());
    if (result.ok) account.leave({ done: 'accountDeleted' });
    return refusalOf(result);
  },
});
