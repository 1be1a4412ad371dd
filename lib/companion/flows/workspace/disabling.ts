import type { App, Caller } from '../../App';
import { command, type Act } from '../../command';
import type { User } from '../../records';
import { refuse } from '../../refusals';
import { actor, managed, requireSudo, workspacesOf } from '../guards';
import { endChallenges, endSessions } from '../sessions';
import { requireMember } from './members';

/**
 * Shuts a person out, or lets them in again. Sessions, half sign-ins, links and mailed secrets end. Only of
 * someone who is in no other workspace: that one is not this admin's to decide about.
 */
export const setDisabled = (
  app: App,
  caller: Caller,
  workspaceId: string,
  userId: string,
  { disabled }: { readonly disabled: boolean },
) =>
  command(app, disabled ? 'member/disabled' : 'member/enabled', caller, async (act) => {
    act.note.workspaceId = workspaceId;
    const signed = await actor(act);
    await managed(act, signed.user, workspaceId);
    const user = await requireMember(act, workspaceId, userId);
    act.note.subject = user.id;
    if (user.id === signed.user.id) throw refuse('not_yourself');
    if ((await workspacesOf(act, user.id)).length > 1) throw refuse('belongs_elsewhere');
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
