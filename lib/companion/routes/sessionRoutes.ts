import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { showMe } from '../flows/me';
import {
  listSessions,
  revokeOtherSessions,
  revokeSession,
  signOut,
  switchWorkspace,
} from '../flows/sessions';
import { sudoByFactor, sudoByGoogle, sudoByPassword } from '../flows/sudo';
import * as responses from './responses';
import { about, body, field, type Env } from './route';

const code = v.strictObject({ code: field.code });
const common = { access: 'session', tag: 'Session' } as const;
const factorErrors = ['locked', 'too_many', 'not_on', 'wrong_code', 'challenge_expired'] as const;

const me = v.strictObject({
  id: responses.id,
  name: v.string(),
  email: v.string(),
  method: responses.method,
  emailVerified: v.boolean(),
  version: responses.integer,
  homeId: v.nullable(responses.id),
  workspaceId: v.nullable(responses.id),
  workspaces: v.array(
    v.strictObject({
      id: responses.id,
      name: v.string(),
      enforced: v.boolean(),
      home: v.boolean(),
      twoFactorRequired: v.boolean(),
      manager: v.boolean(),
    }),
  ),
  invitations: v.array(
    v.strictObject({
      id: responses.id,
      workspace: v.string(),
      invitedBy: v.string(),
      enforced: v.boolean(),
      expiresAt: responses.time,
    }),
  ),
  mustEnrolFor: v.array(v.string()),
  adminCanHelp: v.boolean(),
  backupCodesLeft: v.nullable(responses.integer),
  backupCodesFew: v.boolean(),
  codeReplayedAt: responses.maybeTime,
  session: v.strictObject({
    createdAt: responses.time,
    idleEnd: responses.time,
    end: responses.time,
  }),
});

const sessions = v.array(
  v.strictObject({
    id: responses.id,
    device: v.string(),
    address: v.nullable(v.string()),
    createdAt: responses.time,
    lastSeenAt: responses.time,
    current: v.boolean(),
  }),
);

/** Creates the routes for the caller's sessions. Routes under /sudo return a new bearer token. */
export const sessionRoutes = (app: App) =>
  new Hono<Env>()
    .get(
      '/me',
      about({ ...common, operationId: 'getMe', summary: 'Who is signed in.', response: me }),
      async (c) => c.json(await showMe(app, c.var.caller)),
    )
    .put(
      '/me/workspace',
      about({
        ...common,
        operationId: 'switchWorkspace',
        summary: 'Switch the workspace that this session shows.',
        response: responses.done,
        errors: ['not_found', 'two_factor_required'],
      }),
      body(v.strictObject({ workspaceId: field.token })),
      async (c) =>
        c.json(await switchWorkspace(app, c.var.caller, c.req.valid('json').workspaceId)),
    )
    .post(
      '/sign-out',
      about({
        ...common,
        operationId: 'signOut',
        summary: 'End this session.',
        response: responses.done,
      }),
      async (c) => c.json(await signOut(app, c.var.caller)),
    )
    .get(
      '/sessions',
      about({
        ...common,
        operationId: 'listSessions',
        summary: 'Where this person is signed in.',
        response: sessions,
      }),
      async (c) => c.json(await listSessions(app, c.var.caller)),
    )
    .delete(
      '/sessions',
      about({
        ...common,
        access: 'proof',
        operationId: 'endOtherSessions',
        summary: 'End all other sessions.',
        response: responses.done,
      }),
      async (c) => c.json(await revokeOtherSessions(app, c.var.caller)),
    )
    .delete(
      '/sessions/:id',
      about({
        ...common,
        access: 'proof',
        operationId: 'endSession',
        summary: 'End one session.',
        response: responses.done,
        errors: ['not_found'],
      }),
      async (c) => c.json(await revokeSession(app, c.var.caller, c.req.param('id'))),
    )
    .post(
      '/sudo/password',
      about({
        ...common,
        operationId: 'proveByPassword',
        summary: 'Prove again by password who it is.',
        response: responses.token,
        errors: ['no_password', 'too_many', 'wrong_password', 'locked'],
      }),
      body(v.strictObject({ password: field.password })),
      async (c) => c.json(await sudoByPassword(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/sudo/code',
      about({
        ...common,
        operationId: 'proveByCode',
        summary: 'Prove it by a 6-digit code.',
        response: responses.token,
        errors: [
          ...factorErrors,
          'malformed_code',
          'authenticator_disabled',
          'invite_expired',
          'clock_set_back',
        ],
      }),
      body(code),
      async (c) =>
        c.json(await sudoByFactor(app, c.var.caller, { kind: 'code', ...c.req.valid('json') })),
    )
    .post(
      '/sudo/backup-code',
      about({
        ...common,
        operationId: 'proveByBackupCode',
        summary: 'Prove it by a backup code.',
        response: responses.token,
        errors: [...factorErrors, 'malformed_backup_code', 'no_backup_codes'],
      }),
      body(code),
      async (c) =>
        c.json(
          await sudoByFactor(app, c.var.caller, { kind: 'backup-code', ...c.req.valid('json') }),
        ),
    )
    .post(
      '/sudo/google',
      about({
        ...common,
        operationId: 'proveByGoogle',
        summary: 'Prove it by a fresh step at Google.',
        response: responses.token,
        errors: ['google_failed', 'too_many'],
      }),
      body(v.strictObject({ assertion: field.token })),
      async (c) => c.json(await sudoByGoogle(app, c.var.caller, c.req.valid('json'))),
    );
