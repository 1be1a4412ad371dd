import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { finishReset, forgotPassword, getResetLink, mailOwnReset } from '../flows/passwordReset';
import { changePassword } from '../flows/passwords';
import * as responses from './responses';
import { about, body, field, type Env } from './route';

const token = v.strictObject({ token: field.token });
const open = { access: 'open', tag: 'Password' } as const;
const session = { ...open, access: 'session' } as const;

/** The codes of the refusals that reject a new password. */
export const passwordErrors = [
  'password_mismatch',
  'password_too_short',
  'password_too_long',
  'password_common',
  'password_guessable',
] as const;

export const passwordRoutes = (app: App) =>
  new Hono<Env>()
    .post(
      '/security/password',
      about({
        ...session,
        operationId: 'changePassword',
        summary: 'Change the password. Returns a new bearer token.',
        response: responses.token,
        errors: [
          ...passwordErrors,
          'no_password',
          'wrong_password',
          'password_unchanged',
          'locked',
          'too_many',
          'stale',
        ],
      }),
      body(
        v.strictObject({
          current: field.password,
          password: field.password,
          confirm: field.password,
          signOutOthers: v.boolean(),
          version: field.version,
        }),
      ),
      async (c) => c.json(await changePassword(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/security/reset-mail',
      about({
        ...session,
        operationId: 'mailOwnReset',
        summary: 'Send oneself a link to set a new password.',
        response: v.strictObject({ sentTo: v.string() }),
        errors: ['too_many'],
      }),
      async (c) => c.json(await mailOwnReset(app, c.var.caller)),
    )
    .post(
      '/password-reset',
      about({
        ...open,
        operationId: 'forgotPassword',
        summary: 'Forgot password: the same response for every address.',
        response: responses.sent,
        errors: ['too_many'],
      }),
      body(v.strictObject({ email: field.address })),
      async (c) => c.json(await forgotPassword(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/password-reset/look',
      about({
        ...open,
        operationId: 'getResetLink',
        summary: 'Whose password a mailed link sets, masked. Spends nothing.',
        response: v.strictObject({ account: v.string(), least: responses.integer }),
        errors: ['reset_expired'],
      }),
      body(token),
      async (c) => c.json(await getResetLink(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/password-reset/finish',
      about({
        ...open,
        operationId: 'finishReset',
        summary: 'Set a new password by a mailed link. Signs nobody in.',
        response: responses.done,
        errors: [...passwordErrors, 'password_unchanged', 'reset_expired', 'too_many'],
      }),
      body(
        v.strictObject({
          token: field.token,
          password: field.password,
          confirm: field.password,
        }),
      ),
      async (c) => c.json(await finishReset(app, c.var.caller, c.req.valid('json'))),
    );
