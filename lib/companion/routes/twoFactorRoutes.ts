import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import {
  cancelTwoFactor,
  confirmBackupCodes,
  disableTwoFactor,
  regenerateBackupCodes,
  showSecurity,
  startTwoFactor,
  verifyTwoFactor,
} from '../flows/twoFactor';
import * as responses from './responses';
import { about, body, field, type Env } from './route';

const version = v.strictObject({ version: field.version });
const session = { access: 'session', tag: 'Two-factor authentication' } as const;
const proof = { ...session, access: 'proof' } as const;

const security = v.strictObject({
  email: v.string(),
  method: responses.method,
  emailVerified: v.boolean(),
  passwordShort: v.boolean(),
  version: responses.integer,
  twoFactor: v.strictObject({
    state: responses.factorState,
    since: responses.maybeTime,
    backupCodesLeft: v.nullable(responses.integer),
    mailed: v.boolean(),
  }),
  adminCanHelp: v.boolean(),
  enforcedBy: v.array(v.string()),
});

/**
 * Creates the routes for the caller's second factor. The routes that activate it, turn it off or create new
 * backup codes return a new bearer token.
 */
export const twoFactorRoutes = (app: App) =>
  new Hono<Env>()
    .get(
      '/security',
      about({
        ...session,
        operationId: 'getSecurity',
        summary: 'What the Security tab shows.',
        response: security,
      }),
      async (c) => c.json(await showSecurity(app, c.var.caller)),
    )
    .post(
      '/two-factor/start',
      about({
        ...proof,
        operationId: 'startSetup',
        summary: 'Begin a setup: QR text, secret key and backup codes, shown this once.',
        response: responses.setup,
        errors: ['verify_email_first', 'already_on', 'not_on', 'too_many', 'stale'],
      }),
      body(v.strictObject({ replace: v.boolean() })),
      async (c) => c.json(await startTwoFactor(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/two-factor/verify',
      about({
        ...proof,
        operationId: 'verifySetup',
        summary: 'Activate the setup with a code of it.',
        response: responses.token,
        errors: [
          'malformed_code',
          'wrong_code',
          'nothing_pending',
          'restarted',
          'pending_expired',
          'already_on',
          'not_on',
          'verify_email_first',
        ],
      }),
      body(v.strictObject({ enrolment: field.token, code: field.code })),
      async (c) => c.json(await verifyTwoFactor(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/two-factor/cancel',
      about({
        ...session,
        operationId: 'cancelSetup',
        summary: 'Cancel a setup.',
        response: responses.done,
      }),
      async (c) => c.json(await cancelTwoFactor(app, c.var.caller)),
    )
    .post(
      '/two-factor/disable',
      about({
        ...proof,
        operationId: 'disableTwoFactor',
        summary: 'Turn 2FA off.',
        response: responses.token,
        errors: ['not_on', 'enforced', 'stale'],
      }),
      body(version),
      async (c) => c.json(await disableTwoFactor(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/two-factor/backup-codes',
      about({
        ...proof,
        operationId: 'regenerateBackupCodes',
        summary: 'Make ten new backup codes, shown this once; the old ones are void.',
        response: v.strictObject({ token: v.string(), backupCodes: responses.backupCodes }),
        errors: ['not_on', 'stale', 'too_many'],
      }),
      body(version),
      async (c) => c.json(await regenerateBackupCodes(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/two-factor/backup-codes/confirm',
      about({
        ...session,
        operationId: 'confirmBackupCodes',
        summary: 'Say that the backup codes were seen; else the next sign-in shows a new set.',
        response: responses.done,
        errors: ['not_on'],
      }),
      async (c) => c.json(await confirmBackupCodes(app, c.var.caller)),
    );
