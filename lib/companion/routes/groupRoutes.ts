import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { createGroup, deleteGroup, listGroups, updateGroup } from '../flows/workspace/groups';
import * as responses from './responses';
import { about, body, field, type Env } from './route';
import { pageErrors } from './workspaceRoutes';

const version = v.strictObject({ version: field.version });
const form = v.strictObject({
  name: field.name,
  manageAccount: v.boolean(),
  members: v.pipe(v.array(field.token), v.maxLength(500)),
  version: field.version,
});

const proof = { access: 'proof', tag: 'Groups' } as const;

const groups = v.strictObject({
  version: responses.integer,
  groups: v.array(
    v.strictObject({
      id: responses.id,
      name: v.string(),
      manageAccount: v.boolean(),
      members: v.array(responses.id),
    }),
  ),
});

/**
 * Creates the routes for a workspace's groups. Members of a group may get the permission to manage the workspace.
 */
export const groupRoutes = (app: App) =>
  new Hono<Env>()
    .get(
      '/workspaces/:workspace/groups',
      about({
        ...proof,
        access: 'session',
        operationId: 'listGroups',
        summary: 'The Groups page.',
        response: groups,
        errors: pageErrors,
      }),
      async (c) => c.json(await listGroups(app, c.var.caller, c.req.param('workspace'))),
    )
    .post(
      '/workspaces/:workspace/groups',
      about({
        ...proof,
        operationId: 'createGroup',
        summary: 'Create a group.',
        response: v.strictObject({ id: responses.id }),
        errors: [...pageErrors, 'stale', 'name_taken', 'no_such_user'],
      }),
      body(form),
      async (c) =>
        c.json(await createGroup(app, c.var.caller, c.req.param('workspace'), c.req.valid('json'))),
    )
    .put(
      '/workspaces/:workspace/groups/:group',
      about({
        ...proof,
        operationId: 'updateGroup',
        summary: "Replace a group's name, permission and members.",
        response: responses.done,
        errors: [...pageErrors, 'stale', 'name_taken', 'no_such_user', 'last_admin'],
      }),
      body(form),
      async (c) => c.json(await updateGroup(app, c.var.caller, c.req.param(), c.req.valid('json'))),
    )
    .post(
      '/workspaces/:workspace/groups/:group/delete',
      about({
        ...proof,
        operationId: 'deleteGroup',
        summary: 'Delete a group.',
        response: responses.done,
        errors: [...pageErrors, 'stale', 'last_admin'],
      }),
      body(version),
      async (c) => c.json(await deleteGroup(app, c.var.caller, c.req.param(), c.req.valid('json'))),
    );
