import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { acceptInvitation, getInvitation } from '../flows/invitations';
import { acceptOwnInvitation, declineOwnInvitation } from '../flows/joining';
import { deleteAccount, rename } from '../flows/profile';
import { signUp, verifySignUp } from '../flows/signUp';
import { mailVerification, verifyEmail } from '../flows/verifyEmail';
import * as responses from './responses';
import { passwordErrors } from './passwordRoutes';
import { about, body, field, type Env } from './route';

const token = v.strictObject({ token: field.token });
const newAccount = { name: field.name, password: field.password, confirm: field.password };
const open = { access: 'open', tag: 'Account' } as const;
const session = { ...open, access: 'session' } as const;

/** Creates the routes for creating, renaming and deleting accounts, and for joining workspaces. */
export const accountRoutes = (app: App) =>
  new Hono<Env>()
    .post(
      '/sign-up',
      about({
        ...open,
        operationId: 'signUp',
        summary: 'Ask for an account: a link goes to the address.',
        response: responses.sent,
        errors: [...passwordErrors, 'bad_address', 'too_many'],
      }),
      body(v.strictObject({ ...newAccount, email: field.address })),
      async (c) => c.json(await signUp(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/sign-up/verify',
      about({
        ...open,
        operationId: 'verifySignUp',
        summary: 'Open that link: the account begins.',
        response: responses.email,
        errors: ['link_expired'],
      }),
      body(token),
      async (c) => c.json(await verifySignUp(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/invitation/look',
      about({
        ...open,
        operationId: 'getInvitation',
        summary: 'What an invitation says. Spends nothing.',
        response: v.strictObject({
          email: v.string(),
          workspace: v.string(),
          invitedBy: v.string(),
          enforced: v.boolean(),
          hasAccount: v.boolean(),
        }),
        errors: ['link_expired'],
      }),
      body(token),
      async (c) => c.json(await getInvitation(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/invitation/accept',
      about({
        ...open,
        operationId: 'signUpByInvitation',
        summary: 'Sign up by an invitation.',
        response: responses.email,
        errors: [...passwordErrors, 'bad_address', 'link_expired'],
      }),
      body(v.strictObject({ ...newAccount, token: field.token })),
      async (c) => c.json(await acceptInvitation(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/me/invitations/:id/accept',
      about({
        ...session,
        operationId: 'acceptInvitation',
        summary: 'Join the workspace that invites.',
        response: v.strictObject({ workspaceId: responses.id, workspace: v.string() }),
        errors: ['link_expired', 'verify_email_first'],
      }),
      async (c) => c.json(await acceptOwnInvitation(app, c.var.caller, c.req.param('id'))),
    )
    .post(
      '/me/invitations/:id/decline',
      about({
        ...session,
        operationId: 'declineInvitation',
        summary: 'Decline an invitation.',
        response: responses.done,
        errors: ['link_expired', 'verify_email_first'],
      }),
      async (c) => c.json(await declineOwnInvitation(app, c.var.caller, c.req.param('id'))),
    )
    .post(
      '/verify-email',
      about({
        ...open,
        operationId: 'verifyEmail',
        summary: 'Open a link that proves the address.',
        response: responses.email,
        errors: ['link_expired'],
      }),
      body(token),
      async (c) => c.json(await verifyEmail(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/me/verify-email',
      about({
        ...session,
        operationId: 'mailVerification',
        summary: 'Send oneself such a link.',
        response: responses.sent,
        errors: ['too_many'],
      }),
      async (c) => c.json(await mailVerification(app, c.var.caller)),
    )
    .patch(
      '/me',
      about({
        ...session,
        operationId: 'renameMe',
        summary: 'Change the name.',
        response: responses.done,
        errors: ['stale'],
      }),
      body(v.strictObject({ name: field.name, version: field.version })),
      async (c) => c.json(await rename(app, c.var.caller, c.req.valid('json'))),
    )
    .delete(
      '/me',
      about({
        ...session,
        access: 'proof',
        operationId: 'deleteMe',
        summary: 'Delete the account.',
        response: responses.done,
        errors: ['last_admin'],
      }),
      async (c) => c.json(await deleteAccount(app, c.var.caller)),
    );
