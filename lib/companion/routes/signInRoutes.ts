import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { answerChallenge, cancelChallenge, startSetUp, verifySetUp } from '../flows/challenge';
import { signInWithGoogle } from '../flows/googleSignIn';
import { signInWithPassword } from '../flows/signIn';
import { about, body, field, type Env } from './route';

const challengeOnly = v.strictObject({ challenge: field.token });
const challengeAndCode = v.strictObject({ challenge: field.token, code: field.code });

/** Everything before a session. A success answers `{ state, … }`; `signed-in` has the bearer token. */
export const signInRoutes = (app: App) =>
  new Hono<Env>()
    .post(
      '/sign-in',
      about('Sign in with e-mail and password. Answers a session, a challenge or a set-up.'),
      body(v.strictObject({ email: field.address, password: field.password })),
      async (c) => c.json(await signInWithPassword(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/sign-in/google',
      about('Sign in with what the pretend Google approved.'),
      body(v.strictObject({ assertion: field.token })),
      async (c) => c.json(await signInWithGoogle(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/challenge/code',
      about('Answer a challenge with the 6-digit code.'),
      body(challengeAndCode),
      async (c) =>
        c.json(await answerChallenge(app, c.var.caller, { kind: 'code', ...c.req.valid('json') })),
    )
    .post(
      '/challenge/backup-code',
      about('Answer a challenge with a backup code, which is spent.'),
      body(challengeAndCode),
      async (c) =>
        c.json(
          await answerChallenge(app, c.var.caller, {
            kind: 'backup-code',
            ...c.req.valid('json'),
          }),
        ),
    )
    .post(
      '/challenge/cancel',
      about('Give up a sign-in; its challenge is dead.'),
      body(challengeOnly),
      async (c) => c.json(await cancelChallenge(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/challenge/set-up',
      about('A new member under enforcement: begin the set-up of 2FA that sign-up ends with.'),
      body(challengeOnly),
      async (c) => c.json(await startSetUp(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/challenge/set-up/verify',
      about('Verify that set-up with its first code; begins the first session.'),
      body(v.strictObject({ challenge: field.token, enrolment: field.token, code: field.code })),
      async (c) => c.json(await verifySetUp(app, c.var.caller, c.req.valid('json'))),
    );
