import { type Browser, type World } from './support';

export const invite = async (world: World, admin: Browser, email: string, name = 'Harbour') =>
  admin.api.workspaces[':workspace'].members.$post({
    param: { workspace: await world.workspaceId(admin, name) },
    json: { email },
  });

export const decline = (owner: Browser, id: string) =>
  owner.api.me.invitations[':id'].decline.$post({ param: { id } });
