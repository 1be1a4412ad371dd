import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import {
  cancelTwoFactor,
  disableTwoFactor,
  regenerateBackupCodes,
  showSecurity,
  startTwoFactor,
  verifyTwoFactor,
} from '../flows/twoFactor';
import { about, body, field, type Env } from './route';

const version = v.strictObject({ version: field.version });

/** One's own second factor. What changes it answers a new bearer token; the old one is dead. */
export const twoFactorRoutes = (app: App) =>
  new Hono<Env>()
    .get('/security', about('What the Security tab shows.'), async (c) =>
      c.json(await showSecurity(app, c.var.caller)),
    )
    .post(
      '/two-factor/start',
      about('Begin a set-up: QR text, secret key and backup codes, shown this once.'),
      body(v.strictObject({ replace: v.boolean() })),
      async (c) => c.json(await startTwoFactor(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/two-factor/verify',
      about('Activate the set-up with a code of it.'),
      body(v.strictObject({ enrolment: field.token, code: field.code })),
      async (c) => c.json(await verifyTwoFactor(app, c.var.caller, c.req.valid('json'))),
    )
    .post('/two-factor/cancel', about('Give up a set-up.'), async (c) =>
      c.json(await cancelTwoFactor(app, c.var.caller)),
    )
    .post('/two-factor/disable', about('Turn 2FA off.'), body(version), async (c) =>
      c.json(await disableTwoFactor(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/two-factor/backup-codes',
      about('Make ten new backup codes, shown this once; the old ones are void.'),
      body(version),
      async (c) => c.json(await regenerateBackupCodes(app, c.var.caller, c.req.valid('json'))),
    );
