import type { App, Caller } from '../../App';
import { command, query, type Act } from '../../command';
import { newId } from '../../mechanism/tokens';
import type { Group, Workspace } from '../../records';
import { refuse } from '../../refusals';
import { actor, managed, membershipId, requireSudo, requireVersion, signedIn } from '../guards';
import { requireRemainingManager } from './managers';

/** The fields of a group's form. `version` is the workspace's version that the form was based on. */
export interface GroupForm {
  readonly name: string;
  readonly manageAccount: boolean;
  /** The user ids of the group's members. */
  readonly members: readonly string[];
  readonly version: number;
}

/** Returns the content of the Groups page. */
export const listGroups = (app: App, caller: Caller, workspaceId: string) =>
  query(app, caller, async (view) => {
    const { user } = await signedIn(view);
    const { version } = await managed(view, user, workspaceId);
    const groups = await view.tx.groups.where('workspaceId', workspaceId);
    return {
      version,
      groups: groups.map(({ id, name, manageAccount, members }) => ({
        id,
        name,
        manageAccount,
        members,
      })),
    };
  });

/** Throws unless the caller may change the workspace's groups. Records the change in the audit note. */
async function mayChange(act: Act, workspaceId: string, version: number): Promise<Workspace> {
  act.note.workspaceId = workspaceId;
  const signed = await actor(act);
  const workspace = await managed(act, signed.user, workspaceId);
  requireVersion(version, workspace);
  await requireSudo(act, signed);
  return workspace;
}

async function validateGroupForm({ tx }: Act, id: string, workspaceId: string, form: GroupForm) {
  const others = (await tx.groups.where('workspaceId', workspaceId)).filter(
    (group) => group.id !== id,
  );
  if (others.some(({ name }) => name.toLowerCase() === form.name.toLowerCase()))
    throw refuse('name_taken');
  for (const userId of form.members)
    if (!(await tx.memberships.get(membershipId(workspaceId, userId))))
      throw refuse('no_such_user');
}

async function ownGroup({ tx }: Act, workspaceId: string, id: string): Promise<Group> {
  const group = await tx.groups.get(id);
  if (group?.workspaceId !== workspaceId) throw refuse('not_found');
  return group;
}

const bump = ({ tx }: Act, workspace: Workspace) =>
  tx.workspaces.put({ ...workspace, version: workspace.version + 1 });

export async function createGroup(app: App, caller: Caller, workspaceId: string, form: GroupForm) {
  const id = newId(app.ports.random);
  return command(app, 'group/created', caller, async (act) => {
    const workspace = await mayChange(act, workspaceId, form.version);
    await validateGroupForm(act, id, workspaceId, form);
    const { name, manageAccount, members } = form;
    await act.tx.groups.put({
      id,
      workspaceId,
      name,
      manageAccount,
      members: [...new Set(members)],
    });
    await bump(act, workspace);
    return { id };
  });
}

/** Ids of the workspace and the group in a route's path. */
export interface GroupPath {
  readonly workspace: string;
  readonly group: string;
}

/** Replaces a group's name, permission and members. Permissions change at the members' next request. */
export const updateGroup = (
  app: App,
  caller: Caller,
  { workspace: workspaceId, group: id }: GroupPath,
  form: GroupForm,
) =>
  command(app, 'group/changed', caller, async (act) => {
    const workspace = await mayChange(act, workspaceId, form.version);
    const group = await ownGroup(act, workspaceId, id);
    await validateGroupForm(act, id, workspaceId, form);
    const { name, manageAccount, members } = form;
    const changed = { ...group, name, manageAccount, members: [...new Set(members)] };
    await requireRemainingManager(act, workspaceId, (groups) =>
      groups.map((each) => (each.id === id ? changed : each)),
    );
    await act.tx.groups.put(changed);
    await bump(act, workspace);
    return { done: true };
  });

export const deleteGroup = (
  app: App,
  caller: Caller,
  { workspace: workspaceId, group: id }: GroupPath,
  { version }: { readonly version: number },
) =>
  command(app, 'group/deleted', caller, async (act) => {
    const workspace = await mayChange(act, workspaceId, version);
    await ownGroup(act, workspaceId, id);
    await requireRemainingManager(act, workspaceId, (groups) =>
      groups.filter((each) => each.id !== id),
    );
    await act.tx.groups.delete(id);
    await bump(act, workspace);
    return { done: true };
  });
