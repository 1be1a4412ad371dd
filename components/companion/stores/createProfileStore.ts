import type { Refusal } from './Answer';
import type { AccountStore } from './createAccountStore';
import { type Ask, refusalOf } from './createAsk';

/** A person's own profile. */
export interface ProfileStore {
  /** `version` is that of the state which the person saw. */
  readonly rename: (name: string, version: number) => Promise<Refusal | null>;
  readonly leaveWorkspace: (workspace: string) => Promise<Refusal | null>;
  readonly deleteAccount: () => Promise<Refusal | null>;
}

export interface ProfileDeps {
  readonly ask: Ask;
  readonly askProven: Ask;
  readonly account: Pick<AccountStore, 'leave' | 'refresh'>;
}

export const createProfileStore = ({ ask, askProven, account }: ProfileDeps): ProfileStore => ({
  async rename(name, version) {
    const answer = await ask((api) => api.me.$patch({ json: { name, version } }));
    await account.refresh();
    return refusalOf(answer);
  },
  async leaveWorkspace(workspace) {
    const answer = await askProven((api) =>
      api.workspaces[':workspace'].membership.$delete({ param: { workspace } }),
    );
    await account.refresh();
    return refusalOf(answer);
  },
  async deleteAccount() {
    const answer = await askProven((api) => api.me.$delete());
    if (answer.ok) account.leave({ done: 'accountDeleted' });
    return refusalOf(answer);
  },
});
