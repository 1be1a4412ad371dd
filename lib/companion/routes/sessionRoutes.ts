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
import { about, body, field, type Env } from './route';

const code = v.strictObject({ code: field.code });

/** The session itself. Routes under /sudo answer a new bearer token; the old one is dead. */
export const sessionRoutes = (app: App) =>
  new Hono<Env>()
    .get('/me', about('Who is signed in.'), async (c) => c.json(await showMe(app, c.var.caller)))
    .put(
      '/me/workspace',
      about('Switch the workspace that this session shows.'),
      body(v.strictObject({ workspaceId: field.token })),
      async (c) =>
        c.json(await switchWorkspace(app, c.var.caller, c.req.valid('json').workspaceId)),
    )
    .post('/sign-out', about('End this session.'), async (c) =>
      c.json(await signOut(app, c.var.caller)),
    )
    .get('/sessions', about('Where this person is signed in.'), async (c) =>
      c.json(await listSessions(app, c.var.caller)),
    )
    .delete('/sessions', about('End all other sessions.'), async (c) =>
      c.json(await revokeOtherSessions(app, c.var.caller)),
    )
    .delete('/sessions/:id', about('End one session.'), async (c) =>
      c.json(await revokeSession(app, c.var.caller, c.req.param('id'))),
    )
    .post(
      '/sudo/password',
      about('Prove again by password who it is.'),
      body(v.strictObject({ password: field.password })),
      async (c) => c.json(await sudoByPassword(app, c.var.caller, c.req.valid('json'))),
    )
    .post('/sudo/code', about('Prove it by a 6-digit code.'), body(code), async (c) =>
      c.json(await sudoByFactor(app, c.var.caller, { kind: 'code', ...c.req.valid('json') })),
    )
    .post('/sudo/backup-code', about('Prove it by a backup code.'), body(code), async (c) =>
      c.json(
        await sudoByFactor(app, c.var.caller, { kind: 'backup-code', ...c.req.valid('json') }),
      ),
    )
    .post(
      '/sudo/google',
      about('Prove it by a fresh step at the pretend Google.'),
      body(v.strictObject({ assertion: field.token })),
      async (c) => c.json(await sudoByGoogle(app, c.var.caller, c.req.valid('json'))),
    );
