import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { finishReset, forgotPassword, getResetLink, mailOwnReset } from '../flows/passwordReset';
import { changePassword } from '../flows/passwords';
import { about, body, field, type Env } from './route';

const token = v.strictObject({ token: field.token });

export const passwordRoutes = (app: App) =>
  new Hono<Env>()
    .post(
      '/security/password',
      about('Change the password. Answers a new bearer token.'),
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
    .post('/security/reset-mail', about('Send oneself a link to set a new password.'), async (c) =>
      c.json(await mailOwnReset(app, c.var.caller)),
    )
    .post(
      '/password-reset',
      about('Forgot password: the same answer for every address.'),
      body(v.strictObject({ email: field.address })),
      async (c) => c.json(await forgotPassword(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/password-reset/look',
      about('Whose password a mailed link sets, masked. Spends nothing.'),
      body(token),
      async (c) => c.json(await getResetLink(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/password-reset/finish',
      about('Set a new password by a mailed link. Signs nobody in.'),
      body(
        v.strictObject({
          token: field.token,
          password: field.password,
          confirm: field.password,
        }),
      ),
      async (c) => c.json(await finishReset(app, c.var.caller, c.req.valid('json'))),
    );
