import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { policy } from '../policy';
import { mailKinds } from '../records';
import * as responses from '../routes/responses';
import { about, body, field, search, type Env } from '../routes/route';
import { approveAtGoogle, setClock, showDemo } from './demo';
import { listMailboxes, readMailbox } from './mailboxes';
import { resetDemo } from './seed';

const common = { access: 'open', tag: 'Demo' } as const;
const page = v.strictObject({ after: field.after });

const demo = v.strictObject({
  service: v.string(),
  now: responses.time,
  clockOffset: responses.integer,
  people: v.array(
    v.strictObject({
      role: v.picklist(['admin', 'member', 'google', 'both', 'outsider']),
      name: v.string(),
      email: v.string(),
      method: responses.method,
      workspaces: v.array(v.string()),
      password: v.nullable(v.string()),
    }),
  ),
  googleAccounts: v.array(v.strictObject({ sub: v.string(), name: v.string(), email: v.string() })),
});

const mailboxes = v.strictObject({
  mailboxes: v.array(
    v.strictObject({
      address: v.string(),
      count: responses.integer,
      newestAt: responses.maybeTime,
    }),
  ),
  next: v.nullable(v.string()),
});

const mails = v.strictObject({
  mails: v.array(
    v.strictObject({
      id: responses.id,
      to: v.string(),
      at: responses.time,
      kind: v.picklist(mailKinds),
      facts: v.record(v.string(), v.union([v.string(), v.number()])),
      secret: v.nullable(
        v.strictObject({
          link: v.exactOptional(v.string()),
          otpauth: v.exactOptional(v.string()),
          secretKey: v.exactOptional(v.string()),
        }),
      ),
    }),
  ),
  next: v.nullable(v.string()),
});

/** Creates the routes of the demo, which a real service doesn't have. */
export const demoRoutes = (app: App) =>
  new Hono<Env>()
    .get(
      '/demo',
      about({
        ...common,
        operationId: 'getDemo',
        summary: 'People to sign in as, with passwords; the clock.',
        response: demo,
      }),
      async (c) => c.json(await showDemo(app, c.var.caller)),
    )
    .post(
      '/demo/reset',
      about({
        ...common,
        operationId: 'resetDemo',
        summary: 'Forget everything and sign the people up again.',
        response: responses.done,
      }),
      async (c) => c.json(await resetDemo(app)),
    )
    .put(
      '/demo/clock',
      about({
        ...common,
        operationId: 'setClock',
        summary: 'Set the clock ahead by so many milliseconds.',
        response: v.strictObject({ offset: responses.integer }),
      }),
      body(
        v.strictObject({
          offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(policy.farthestClock)),
        }),
      ),
      async (c) => c.json(await setClock(app, c.var.caller, c.req.valid('json'))),
    )
    .get(
      '/mailboxes',
      about({
        ...common,
        operationId: 'listMailboxes',
        summary: 'Addresses with mail, in pages.',
        response: mailboxes,
      }),
      search(page),
      async (c) => c.json(await listMailboxes(app, c.var.caller, c.req.valid('query'))),
    )
    .get(
      '/mailboxes/:address',
      about({
        ...common,
        operationId: 'readMailbox',
        summary: 'The mail of an address, newest first, in pages.',
        response: mails,
      }),
      search(page),
      async (c) =>
        c.json(await readMailbox(app, c.var.caller, c.req.param('address'), c.req.valid('query'))),
    )
    .post(
      '/pretend-google/approve',
      about({
        ...common,
        operationId: 'approveAtGoogle',
        summary: 'The pretend Google says who this is.',
        response: v.strictObject({ assertion: v.string() }),
        errors: ['google_failed'],
      }),
      body(v.strictObject({ sub: field.token })),
      async (c) => c.json(await approveAtGoogle(app, c.var.caller, c.req.valid('json'))),
    );
