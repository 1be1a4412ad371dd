import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../App';
import { approveAtGoogle, setClock, showDemo } from '../demo/demo';
import { resetDemo } from '../demo/seed';
import { listMailboxes, readMailbox } from '../flows/mailbox';
import { policy } from '../policy';
import { about, body, field, type Env } from './route';

/** What no real service has: it is there so that this one can be tried without any account anywhere. */
export const demoRoutes = (app: App) =>
  new Hono<Env>()
    .get('/demo', about('DEMO: people to sign in as, with passwords; the clock.'), async (c) =>
      c.json(await showDemo(app, c.var.caller)),
    )
    .post('/demo/reset', about('DEMO: forget all and sign the people up anew.'), async (c) =>
      c.json(await resetDemo(app)),
    )
    .put(
      '/demo/clock',
      about('DEMO: set the clock ahead by so many milliseconds.'),
      body(
        v.strictObject({
          offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(policy.farthestClock)),
        }),
      ),
      async (c) => c.json(await setClock(app, c.var.caller, c.req.valid('json'))),
    )
    .get('/mailboxes', about('DEMO: addresses with mail.'), async (c) =>
      c.json(await listMailboxes(app, c.var.caller)),
    )
    .get('/mailboxes/:address', about('DEMO: the mail of an address, newest first.'), async (c) =>
      c.json(await readMailbox(app, c.var.caller, c.req.param('address'))),
    )
    .post(
      '/pretend-google/approve',
      about('DEMO: the pretend Google says who this is.'),
      body(v.strictObject({ sub: field.token })),
      async (c) => c.json(await approveAtGoogle(app, c.var.caller, c.req.valid('json'))),
    );
