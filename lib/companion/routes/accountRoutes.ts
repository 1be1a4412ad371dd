import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { deleteAccount, rename } from '../flows/profile';
import { acceptInvitation, getInvitation } from '../flows/invitations';
import { signUp, verifySignUp } from '../flows/signUp';
import { mailVerification, verifyEmail } from '../flows/verifyEmail';
import { about, body, field, type Env } from './route';

const token = v.strictObject({ token: field.token });
const newAccount = { name: field.name, password: field.password, confirm: field.password };

/** How accounts begin, change their name, and end. */
export const accountRoutes = (app: App) =>
  new Hono<Env>()
    .post(
      '/sign-up',
      about('Ask for an account: a link goes to the address.'),
      body(v.strictObject({ ...newAccount, email: field.address })),
      async (c) => c.json(await signUp(app, c.var.caller, c.req.valid('json'))),
    )
    .post('/sign-up/verify', about('Open that link: the account begins.'), body(token), async (c) =>
      c.json(await verifySignUp(app, c.var.caller, c.req.valid('json'))),
    )
    .post('/invitation/look', about('What an invitation says.'), body(token), async (c) =>
      c.json(await getInvitation(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/invitation/accept',
      about('Sign up by an invitation.'),
      body(v.strictObject({ ...newAccount, token: field.token })),
      async (c) => c.json(await acceptInvitation(app, c.var.caller, c.req.valid('json'))),
    )
    .post('/verify-email', about('Open a link that proves the address.'), body(token), async (c) =>
      c.json(await verifyEmail(app, c.var.caller, c.req.valid('json'))),
    )
    .post('/me/verify-email', about('Send oneself such a link.'), async (c) =>
      c.json(await mailVerification(app, c.var.caller)),
    )
    .patch(
      '/me',
      about('Change the name.'),
      body(v.strictObject({ name: field.name, version: field.version })),
      async (c) => c.json(await rename(app, c.var.caller, c.req.valid('json'))),
    )
    .delete('/me', about('Delete the account.'), async (c) =>
      c.json(await deleteAccount(app, c.var.caller)),
    );
