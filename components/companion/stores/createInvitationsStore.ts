import type { AccountStore, Me } from './AccountStore';
import { type ServiceClient, refusalOf } from './createServiceClient';
import type { Refusal } from './ServiceResult';

/** A pending invitation to a workspace. */
export type PendingInvitation = Me['invitations'][number];

/** The invitations of the signed-in account. Nobody joins a workspace without accepting. */
export interface InvitationsStore {
  readonly accept: (id: string) => Promise<Refusal | null>;
  readonly decline: (id: string) => Promise<Refusal | null>;
}

export interface InvitationsDeps {
  readonly request: ServiceClient;
  readonly account: Pick<AccountStore, 'refresh'>;
}

export const createInvitationsStore = ({
  request,
  account,
}: InvitationsDeps): InvitationsStore => ({
  async accept(id) {
    const result = await request((api) =>
      api.me.invitations[':id'].accept.$post({ param: { id } }),
    );
    await account.refresh();
    return refusalOf(result);
  },
  async decline(id) {
    const result = await request((api) =>
      api.me.invitations[':id'].decline.$post({ param: { id } }),
    );
    await account.refresh();
    return refusalOf(result);
  },
});
