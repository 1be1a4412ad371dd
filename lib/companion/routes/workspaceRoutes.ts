import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { listAudit } from '../flows/workspace/audit';
import { setEnforcement, showEnforcement } from '../flows/workspace/enforcement';
import * as responses from './responses';
import { about, body, field, search, type Env } from './route';

const session = { access: 'session', tag: 'Workspace' } as const;

/** The codes of the refusals that close a workspace's pages to a person. */
export const pageErrors = ['not_found', 'forbidden', 'two_factor_required'] as const;

const enforcement = v.strictObject({
  enforced: v.boolean(),
  version: responses.integer,
  ownTwoFactorOn: v.boolean(),
  members: responses.integer,
  withoutTwoFactor: responses.integer,
  toMail: responses.integer,
  progress: responses.progress,
});

const audit = v.strictObject({
  entries: v.array(
    v.strictObject({
      id: responses.id,
      at: responses.time,
      event: v.string(),
      outcome: v.string(),
      actor: v.nullable(v.string()),
      subject: v.nullable(v.string()),
      method: v.nullable(v.string()),
    }),
  ),
  next: v.nullable(v.string()),
  personal: v.boolean(),
  kept: responses.integer,
});

/**
 * Creates the routes for a workspace's settings and audit log. The caller must be in a group with "Manage
 * Account".
 */
export const workspaceRoutes = (app: App) =>
  new Hono<Env>()
    .get(
      '/workspaces/:workspace/enforcement',
      about({
        ...session,
        operationId: 'getEnforcement',
        summary: 'Security Options.',
        response: enforcement,
        errors: pageErrors,
      }),
      async (c) => c.json(await showEnforcement(app, c.var.caller, c.req.param('workspace'))),
    )
    .put(
      '/workspaces/:workspace/enforcement',
      about({
        ...session,
        access: 'proof',
        operationId: 'setEnforcement',
        summary: 'Require two-factor authentication of all members, or end that.',
        response: v.strictObject({
          enforced: v.boolean(),
          mailed: responses.integer,
          progress: responses.progress,
        }),
        errors: [...pageErrors, 'enable_own_2fa_first', 'stale'],
      }),
      body(v.strictObject({ on: v.boolean(), version: field.version })),
      async (c) =>
        c.json(
          await setEnforcement(app, c.var.caller, c.req.param('workspace'), c.req.valid('json')),
        ),
    )
    .get(
      '/workspaces/:workspace/audit',
      about({
        ...session,
        operationId: 'listAudit',
        summary: 'What happened here, newest first, in pages.',
        response: audit,
        errors: pageErrors,
      }),
      search(
        v.strictObject({
          after: field.after,
          person: v.exactOptional(field.token),
          event: v.exactOptional(field.token),
        }),
      ),
      async (c) =>
        c.json(await listAudit(app, c.var.caller, c.req.param('workspace'), c.req.valid('query'))),
    );
