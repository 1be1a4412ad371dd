import type { App, Caller } from '../App';
import { command } from '../command';
import { actor, requireSudo, requireVersion, workspacesOf } from './guards';
import { within } from '../store';
import { forgetUser } from './forgetUser';
import { requireRemainingManager, without } from './workspace/managers';

export const rename = (
  app: App,
  caller: Caller,
  { name, version }: { readonly name: string; readonly version: number },
) =>
  command(app, 'profile/renamed', caller, async (act) => {
    const { user } = await actor(act);
    requireVersion(version, user);
    await act.tx.users.put({ ...user, name, version: user.version + 1 });
    return { done: true };
  });

/**
 * Deletes the signed-in person's account with its sessions, links and pending sign-ins, and each workspace
 * without other members. Throws `last_admin` if a workspace with other members would have nobody to manage it.
 */
export const deleteAccount = (app: App, caller: Caller) =>
  command(app, 'profile/deleted', caller, async (act) => {
    const signed = await actor(act);
    const { user } = signed;
    await requireSudo(act, signed);
    for (const { id } of await workspacesOf(act, user.id)) {
      const members = await act.tx.memberships.range('order', { ...within(id), limit: 2 });
      if (members.length > 1) await requireRemainingManager(act, id, without(user.id));
    }
    await forgetUser(act.tx, user.id);
    await act.mail(user.email, 'account-deleted');
    return { done: true };
  });
