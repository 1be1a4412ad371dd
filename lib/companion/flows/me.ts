import type { App, Caller } from '../App';
import { query } from '../command';
import { policy } from '../policy';
import { canAdminHelp, enforcing, isClosedTo, isManager, signedIn, workspacesOf } from './guards';
import { pendingInvitations } from './joining';

/**
 * Returns the signed-in person and what every page of the account needs, such as workspaces, banners and
 * deadlines.
 */
export const showMe = (app: App, caller: Caller) =>
  query(app, caller, async (view) => {
    const { user, session } = await signedIn(view);
    const factor = await view.tx.factors.get(user.id);
    const required = await enforcing(view, user.id);
    const workspaces = await workspacesOf(view, user.id);
    const replayedAt = factor?.replayedAt ?? null;
    const isRecent =
      replayedAt !== null && replayedAt > view.now - policy.replayShown && replayedAt <= view.now;
    const left = factor?.state === 'on' ? (factor.backup?.hashes.length ?? 0) : null;
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      method: user.method,
      emailVerified: user.emailVerifiedAt !== null,
      version: user.version,
      homeId: user.homeId,
      workspaceId: session.workspaceId,
      workspaces: await Promise.all(
        workspaces.map(async (workspace) => ({
          id: workspace.id,
          name: workspace.name,
          enforced: workspace.enforced,
          home: workspace.id === user.homeId,
          /** Whether the workspace's pages return `two_factor_required` until 2FA is on. */
          twoFactorRequired: await isClosedTo(view, user, workspace),
          manager: await isManager(view, user, workspace.id),
        })),
      ),
      invitations: await pendingInvitations(view, user),
      /** Names of the workspaces that require 2FA, if the person's 2FA is off. */
      mustEnrolFor: factor?.state === 'on' ? [] : required.map(({ name }) => name),
      adminCanHelp: await canAdminHelp(view, user),
      backupCodesLeft: left,
      backupCodesFew: left !== null && left <= policy.backupCodes.few,
      /**
       * When somebody last tried a code that had already been used, in milliseconds since the Unix epoch.
       * Reported on the account's pages and by mail, never at the sign-in prompt.
       */
      codeReplayedAt: isRecent ? replayedAt : null,
      session: {
        createdAt: session.createdAt,
        idleEnd: session.lastSeenAt + policy.session.idle,
        end: session.createdAt + policy.session.absolute,
      },
    };
  });
