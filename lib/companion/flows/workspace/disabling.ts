import type { App, Caller } from '../../App';
import { command, type Act } from '../../command';
import type { User } from '../../records';
import { actor, requireSudo } from '../guards';
import { endChallenges, endSessions } from '../sessions';
import { noteMember, requireHomePower } from './homePower';

/**
 * Disables or enables a person's account. The caller must be an admin of the account's home. Disabling ends
 * sessions and pending sign-ins and voids links and the enforcement secret.
 */
export const setDisabled = (
  app: App,
  caller: Caller,
  { workspaceId, userId }: { readonly workspaceId: string; readonly userId: string },
  { disabled }: { readonly disabled: boolean },
) =>
  command(app, disabled ? 'member/disabled' : 'member/enabled', caller, async (act) => {
    const signed = await actor(act);
    await noteMember(act, workspaceId, userId);
    const { user } = await requireHomePower(act, signed, workspaceId, userId);
    await requireSudo(act, signed);
    await act.tx.users.put({ ...user, disabledAt: disabled ? act.now : null });
    if (disabled) await shutOut(act, user);
    return { done: true };
  });

async function shutOut(act: Act, user: User): Promise<void> {
  await endSessions(act, user.id);
  await endChallenges(act, user.id);
  await act.tx.pending.delete(user.id);
  for (const { hash } of await act.tx.tokens.where('about', user.id))
    await act.tx.tokens.delete(hash);
  const factor = await act.tx.factors.get(user.id);
  if (factor?.state === 'invited') await act.tx.factors.delete(user.id);
  await act.mail(user.email, 'account-disabled');
}

/** Ends all sessions and pending sign-ins of a member. */
export const endMembersSessions = (app: App, caller: Caller, workspaceId: string, userId: string) =>
  command(app, 'member/sessions-ended', caller, async (act) => {
    const signed = await actor(act);
    await noteMember(act, workspaceId, userId);
    const { user, workspace } = await requireHomePower(act, signed, workspaceId, userId);
    await requireSudo(act, signed);
    await endSessions(act, user.id);
    await endChallenges(act, user.id);
    await act.mail(user.email, 'sessions-ended', { workspace: workspace.name });
    return { done: true };
  });
