import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { mailNewSecret } from '../flows/workspace/adminReset';
import { endMembersSessions, setDisabled } from '../flows/workspace/disabling';
import { leaveWorkspace, listMembers, removeMember } from '../flows/workspace/members';
import * as responses from './responses';
import { about, body, field, search, type Env } from './route';
import { pageErrors } from './workspaceRoutes';

const proof = { access: 'proof', tag: 'Members' } as const;
const session = { ...proof, access: 'session' } as const;
const homeErrors = [
  ...pageErrors,
  'no_such_user',
  'not_yourself',
  'not_home',
  'enable_own_2fa_first',
] as const;

const members = v.strictObject({
  members: v.array(
    v.strictObject({
      id: responses.id,
      name: v.string(),
      email: v.string(),
      method: responses.method,
      twoFactor: responses.factorState,
      groups: v.array(v.string()),
      disabled: v.boolean(),
      self: v.boolean(),
      home: v.boolean(),
      canReset: v.boolean(),
      canDisable: v.boolean(),
      canEndSessions: v.boolean(),
    }),
  ),
  next: v.nullable(v.string()),
  total: responses.integer,
  invited: v.array(responses.invitation),
  invitedNext: v.nullable(v.string()),
});

/**
 * Creates the routes for a workspace's members. The caller must be in a group with "Manage Account", except to
 * leave.
 */
export const memberRoutes = (app: App) =>
  new Hono<Env>()
    .get(
      '/workspaces/:workspace/members',
      about({
        ...session,
        operationId: 'listMembers',
        summary: 'The Users page, in pages.',
        response: members,
        errors: pageErrors,
      }),
      search(v.strictObject({ after: field.after, search: v.exactOptional(field.address) })),
      async (c) =>
        c.json(
          await listMembers(app, c.var.caller, c.req.param('workspace'), c.req.valid('query')),
        ),
    )
    .delete(
      '/workspaces/:workspace/members/:user',
      about({
        ...proof,
        operationId: 'removeMember',
        summary: 'Remove a member.',
        response: responses.done,
        errors: [...pageErrors, 'no_such_user', 'last_admin'],
      }),
      async (c) =>
        c.json(
          await removeMember(app, c.var.caller, c.req.param('workspace'), c.req.param('user')),
        ),
    )
    .put(
      '/workspaces/:workspace/members/:user/disabled',
      about({
        ...proof,
        operationId: 'setMemberDisabled',
        summary: 'Shut a member out, or let them in again.',
        response: responses.done,
        errors: homeErrors,
      }),
      body(v.strictObject({ disabled: v.boolean() })),
      async (c) =>
        c.json(
          await setDisabled(
            app,
            c.var.caller,
            { workspaceId: c.req.param('workspace'), userId: c.req.param('user') },
            c.req.valid('json'),
          ),
        ),
    )
    .delete(
      '/workspaces/:workspace/members/:user/sessions',
      about({
        ...proof,
        operationId: 'endMemberSessions',
        summary: 'Sign a member out everywhere.',
        response: responses.done,
        errors: homeErrors,
      }),
      async (c) =>
        c.json(
          await endMembersSessions(
            app,
            c.var.caller,
            c.req.param('workspace'),
            c.req.param('user'),
          ),
        ),
    )
    .post(
      '/workspaces/:workspace/members/:user/two-factor-secret',
      about({
        ...proof,
        operationId: 'resetMemberTwoFactor',
        summary: '"Email New Two Factor Auth Secret".',
        response: responses.done,
        errors: [...homeErrors, 'nothing_to_reset', 'verify_email_first', 'too_many', 'stale'],
      }),
      async (c) =>
        c.json(
          await mailNewSecret(app, c.var.caller, c.req.param('workspace'), c.req.param('user')),
        ),
    )
    .delete(
      '/workspaces/:workspace/membership',
      about({
        ...proof,
        operationId: 'leaveWorkspace',
        summary: 'Leave the workspace.',
        response: responses.done,
        errors: ['not_found', 'last_admin'],
      }),
      async (c) => c.json(await leaveWorkspace(app, c.var.caller, c.req.param('workspace'))),
    );
