import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import {
  cancelInvitation,
  inviteMember,
  listInvitations,
  resendInvitation,
} from '../flows/workspace/inviting';
import * as responses from './responses';
import { about, body, field, search, type Env } from './route';
import { pageErrors } from './workspaceRoutes';

const proof = { access: 'proof', tag: 'Members' } as const;
const invited = v.strictObject({ state: v.literal('invited') });

/** Creates the routes for a workspace's invitations. The caller must be in a group with "Manage Account". */
export const invitationRoutes = (app: App) =>
  new Hono<Env>()
    .post(
      '/workspaces/:workspace/members',
      about({
        ...proof,
        operationId: 'inviteMember',
        summary: 'Invite an address: the same response for every one.',
        response: invited,
        errors: [...pageErrors, 'bad_address', 'already_member', 'too_many'],
      }),
      body(v.strictObject({ email: field.address })),
      async (c) =>
        c.json(
          await inviteMember(app, c.var.caller, c.req.param('workspace'), c.req.valid('json')),
        ),
    )
    .get(
      '/workspaces/:workspace/invitations',
      about({
        ...proof,
        access: 'session',
        operationId: 'listInvitations',
        summary: 'Pending invitations, in pages.',
        response: v.strictObject({
          invited: v.array(responses.invitation),
          next: v.nullable(v.string()),
        }),
        errors: pageErrors,
      }),
      search(v.strictObject({ after: field.after })),
      async (c) =>
        c.json(
          await listInvitations(app, c.var.caller, c.req.param('workspace'), c.req.valid('query')),
        ),
    )
    .post(
      '/workspaces/:workspace/invitations/:id/resend',
      about({
        ...proof,
        operationId: 'resendInvitation',
        summary: 'Mail an invitation again.',
        response: invited,
        errors: [...pageErrors, 'too_many'],
      }),
      async (c) =>
        c.json(
          await resendInvitation(app, c.var.caller, c.req.param('workspace'), c.req.param('id')),
        ),
    )
    .delete(
      '/workspaces/:workspace/invitations/:id',
      about({
        ...proof,
        operationId: 'cancelInvitation',
        summary: 'Cancel an invitation.',
        response: responses.done,
        errors: pageErrors,
      }),
      async (c) =>
        c.json(
          await cancelInvitation(app, c.var.caller, c.req.param('workspace'), c.req.param('id')),
        ),
    );
