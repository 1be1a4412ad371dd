import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { mailNewSecret } from '../flows/workspace/adminReset';
import { setDisabled } from '../flows/workspace/disabling';
import { listAudit } from '../flows/workspace/audit';
import { setEnforcement, showEnforcement } from '../flows/workspace/enforcement';
import { createGroup, deleteGroup, listGroups, updateGroup } from '../flows/workspace/groups';
import { addMember, leaveWorkspace, listMembers, removeMember } from '../flows/workspace/members';
import { about, body, field, type Env } from './route';

const version = v.strictObject({ version: field.version });
const group = v.strictObject({
  name: field.name,
  manageAccount: v.boolean(),
  members: v.pipe(v.array(field.token), v.maxLength(500)),
  version: field.version,
});

/** Access Management of one workspace: for members of a group with "Manage Account". */
export const workspaceRoutes = (app: App) =>
  new Hono<Env>()
    .get('/workspaces/:workspace/members', about('The Users page.'), async (c) =>
      c.json(await listMembers(app, c.var.caller, c.req.param('workspace'))),
    )
    .post(
      '/workspaces/:workspace/members',
      about('Let an account in, or invite an address.'),
      body(v.strictObject({ email: field.address })),
      async (c) =>
        c.json(await addMember(app, c.var.caller, c.req.param('workspace'), c.req.valid('json'))),
    )
    .delete('/workspaces/:workspace/members/:user', about('Take a member out.'), async (c) =>
      c.json(await removeMember(app, c.var.caller, c.req.param('workspace'), c.req.param('user'))),
    )
    .put(
      '/workspaces/:workspace/members/:user/disabled',
      about('Shut a member out, or let them in again.'),
      body(v.strictObject({ disabled: v.boolean() })),
      async (c) =>
        c.json(
          await setDisabled(
            app,
            c.var.caller,
            c.req.param('workspace'),
            c.req.param('user'),
            c.req.valid('json'),
          ),
        ),
    )
    .post(
      '/workspaces/:workspace/members/:user/two-factor-secret',
      about('"Email New Two Factor Auth Secret".'),
      async (c) =>
        c.json(
          await mailNewSecret(app, c.var.caller, c.req.param('workspace'), c.req.param('user')),
        ),
    )
    .delete('/workspaces/:workspace/membership', about('Leave the workspace.'), async (c) =>
      c.json(await leaveWorkspace(app, c.var.caller, c.req.param('workspace'))),
    )
    .get('/workspaces/:workspace/enforcement', about('Security Options.'), async (c) =>
      c.json(await showEnforcement(app, c.var.caller, c.req.param('workspace'))),
    )
    .put(
      '/workspaces/:workspace/enforcement',
      about('Require two-factor authentication of all members, or end that.'),
      body(v.strictObject({ on: v.boolean(), version: field.version })),
      async (c) =>
        c.json(
          await setEnforcement(app, c.var.caller, c.req.param('workspace'), c.req.valid('json')),
        ),
    )
    .get('/workspaces/:workspace/groups', about('The Groups page.'), async (c) =>
      c.json(await listGroups(app, c.var.caller, c.req.param('workspace'))),
    )
    .post('/workspaces/:workspace/groups', about('Make a group.'), body(group), async (c) =>
      c.json(await createGroup(app, c.var.caller, c.req.param('workspace'), c.req.valid('json'))),
    )
    .put(
      '/workspaces/:workspace/groups/:group',
      about("Replace a group's name, permission and members."),
      body(group),
      async (c) =>
        c.json(
          await updateGroup(
            app,
            c.var.caller,
            c.req.param('workspace'),
            c.req.param('group'),
            c.req.valid('json'),
          ),
        ),
    )
    .post(
      '/workspaces/:workspace/groups/:group/delete',
      about('Delete a group.'),
      body(version),
      async (c) =>
        c.json(
          await deleteGroup(
            app,
            c.var.caller,
            c.req.param('workspace'),
            c.req.param('group'),
            c.req.valid('json'),
          ),
        ),
    )
    .get('/workspaces/:workspace/audit', about('What happened here.'), async (c) =>
      c.json(await listAudit(app, c.var.caller, c.req.param('workspace'))),
    );
