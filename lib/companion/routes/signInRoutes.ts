import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { answerChallenge, cancelChallenge, startSetUp, verifySetUp } from '../flows/challenge';
import { signInWithGoogle } from '../flows/googleSignIn';
import { signInWithPassword } from '../flows/signIn';
import * as responses from './responses';
import { about, body, field, type Env } from './route';

const challengeOnly = v.strictObject({ challenge: field.token });
const challengeAndCode = v.strictObject({ challenge: field.token, code: field.code });

const passed = v.strictObject({
  state: v.literal('signed-in'),
  token: v.string(),
  backupCodes: v.nullable(responses.backupCodes),
  backupCodesLeft: v.nullable(responses.integer),
});

const common = { access: 'open', tag: 'Sign-in' } as const;
const factorErrors = ['challenge_expired', 'locked', 'not_on', 'wrong_code'] as const;

/** Creates the routes that need no session. A response with the state `signed-in` has a bearer token. */
export const signInRoutes = (app: App) =>
  new Hono<Env>()
    .post(
      '/sign-in',
      about({
        ...common,
        operationId: 'signIn',
        summary: 'Sign in with e-mail and password.',
        response: responses.signIn,
        errors: ['sign_in_failed', 'locked', 'too_many', 'stale', 'verify_email_first'],
      }),
      body(v.strictObject({ email: field.address, password: field.password })),
      async (c) => c.json(await signInWithPassword(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/sign-in/google',
      about({
        ...common,
        operationId: 'signInWithGoogle',
        summary: 'Sign in with what Google approved.',
        response: responses.signIn,
        errors: ['google_failed', 'stale', 'verify_email_first'],
      }),
      body(v.strictObject({ assertion: field.token })),
      async (c) => c.json(await signInWithGoogle(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/challenge/code',
      about({
        ...common,
        operationId: 'answerChallengeByCode',
        summary: 'Answer a challenge with the 6-digit code.',
        response: passed,
        errors: [
          ...factorErrors,
          'malformed_code',
          'authenticator_disabled',
          'invite_expired',
          'clock_set_back',
        ],
      }),
      body(challengeAndCode),
      async (c) =>
        c.json(await answerChallenge(app, c.var.caller, { kind: 'code', ...c.req.valid('json') })),
    )
    .post(
      '/challenge/backup-code',
      about({
        ...common,
        operationId: 'answerChallengeByBackupCode',
        summary: 'Answer a challenge with a backup code, which is spent.',
        response: passed,
        errors: [...factorErrors, 'malformed_backup_code', 'no_backup_codes'],
      }),
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
      about({
        ...common,
        operationId: 'cancelChallenge',
        summary: 'Cancel a sign-in; its challenge is dead.',
        response: responses.done,
      }),
      body(challengeOnly),
      async (c) => c.json(await cancelChallenge(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/challenge/set-up',
      about({
        ...common,
        operationId: 'startSignUpSetup',
        summary: 'A new member under enforcement: begin the setup of 2FA that sign-up ends with.',
        response: responses.setup,
        errors: ['challenge_expired', 'too_many', 'stale'],
      }),
      body(challengeOnly),
      async (c) => c.json(await startSetUp(app, c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/challenge/set-up/verify',
      about({
        ...common,
        operationId: 'verifySignUpSetup',
        summary: 'Verify that setup: the first session begins.',
        response: responses.signedIn,
        errors: [
          'challenge_expired',
          'malformed_code',
          'wrong_code',
          'nothing_pending',
          'restarted',
          'pending_expired',
          'already_on',
          'not_on',
        ],
      }),
      body(v.strictObject({ challenge: field.token, enrolment: field.token, code: field.code })),
      async (c) => c.json(await verifySetUp(app, c.var.caller, c.req.valid('json'))),
    );
