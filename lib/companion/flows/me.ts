import type { App, Caller } from '../App';
import { query } from '../command';
import { policy } from '../policy';
import { enforcing, isManager, signedIn, workspacesOf } from './guards';

/** Who is signed in, and what every page of the account needs: workspaces, banners, deadlines. */
export const showMe = (app: App, caller: Caller) =>
  query(app, caller, async (view) => {
    const { user, session } = await signedIn(view);
    const factor = await view.tx.factors.get(user.id);
    const required = await enforcing(view, user.id);
    const workspaces = await workspacesOf(view, user.id);
    const mails = await view.tx.mails.where('toKey', user.emailKey);
    const replay = mails.findLast(
      ({ kind, at }) => kind === 'code-replayed' && at > view.now - policy.replayShown,
    );
    const left = factor?.state === 'on' ? (factor.backup?.hashes.length ?? 0) : null;
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      method: user.method,
      emailVerified: user.emailVerifiedAt !== null,
      version: user.version,
      workspaceId: session.workspaceId,
      workspaces: await Promise.all(
        workspaces.map(async ({ id, name, enforced }) => ({
          id,
          name,
          enforced,
          manager: await isManager(view, user, id),
        })),
      ),
      /** Workspaces that require a second factor which is not on yet. */
      mustEnrolFor: factor?.state === 'on' ? [] : required.map(({ name }) => name),
      backupCodesLeft: left,
      backupCodesFew: left !== null && left <= policy.backupCodes.few,
      /** When someone last tried a code that was used already: told here and by mail, never at the prompt. */
      codeReplayedAt: replay?.at ?? null,
      session: {
        createdAt: session.createdAt,
        idleEnd: session.lastSeenAt + policy.session.idle,
        end: session.createdAt + policy.session.absolute,
      },
    };
  });
