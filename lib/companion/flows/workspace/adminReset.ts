import type { App, Caller } from '../../App';
import { command, precheck, type View } from '../../command';
import { policy } from '../../policy';
import type { User } from '../../records';
import { refuse } from '../../refusals';
import { actor, requireSudo, signedIn, type SignedIn } from '../guards';
import { requireWithinLimit } from '../limits';
import { endResetLinks } from '../passwords';
import { endChallenges, endSessions } from '../sessions';
import { noteMember, requireHomePower } from './homePower';
import { makeMailedSecret, sendSecret } from './mailedSecret';

async function mayReset(
  view: View,
  signed: SignedIn,
  workspaceId: string,
  userId: string,
): Promise<{ user: User; workspace: string; hadFactor: boolean }> {
  const { workspace, user } = await requireHomePower(view, signed, workspaceId, userId);
  const factor = await view.tx.factors.get(user.id);
  if (user.disabledAt !== null || (!factor && !workspace.enforced))
    throw refuse('nothing_to_reset');
  // A secret must not be mailed to an address that might not belong to the member.
  if (user.emailVerifiedAt === null) throw refuse('verify_email_first');
  await requireSudo(view, signed);
  const hadFactor = factor !== undefined && factor.state !== 'invited';
  return { user, workspace: workspace.name, hadFactor };
}

/**
 * Mails a new secret to a member who lost the old one ("Email New Two Factor Auth Secret"). The same transaction
 * ends the member's sessions, sign-ins and reset links. The admin never sees the secret. A member who never
 * activated a factor keeps their sessions, and the new secret is an enforcement secret.
 */
export async function mailNewSecret(
  app: App,
  caller: Caller,
  workspaceId: string,
  userId: string,
): Promise<{ done: boolean }> {
  const found = await precheck(app, caller, async (view) =>
    mayReset(view, await signedIn(view), workspaceId, userId),
  );
  const secret = found && (await makeMailedSecret(app, found.user));
  return command(app, 'member/two-factor-reset', caller, async (act) => {
    const signed = await actor(act);
    await noteMember(act, workspaceId, userId);
    const { user, workspace, hadFactor } = await mayReset(act, signed, workspaceId, userId);
    await requireWithinLimit(act, `admin-reset ${userId}`, policy.adminReset);
    if (!secret) throw refuse('stale');
    if (hadFactor) {
      await endSessions(act, user.id);
      await endResetLinks(act, user.id);
    }
    await endChallenges(act, user.id);
    await sendSecret(act, user, secret, {
      state: hadFactor ? 'reset' : 'invited',
      kind: 'admin-reset',
      workspace,
    });
    return { done: true };
  });
}
