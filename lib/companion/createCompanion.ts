import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { utf8 } from '../crypto';
import type { App } from './App';
import { command } from './command';
import { ensureSeeded } from './demo/seed';
import { keepAlive } from './flows/sessions';
import { deviceLabel } from './mechanism/deviceLabel';
import { createPasswords } from './mechanism/passwords';
import { createSealer } from './mechanism/sealing';
import { hashToken } from './mechanism/tokens';
import { policy } from './policy';
import type { CompanionPorts } from './ports';
import { refuse, Refusal } from './refusals';
import { accountRoutes } from './routes/accountRoutes';
import { demoRoutes } from './routes/demoRoutes';
import { openApi } from './routes/openApi';
import { passwordRoutes } from './routes/passwordRoutes';
import type { Env } from './routes/route';
import { sessionRoutes } from './routes/sessionRoutes';
import { signInRoutes } from './routes/signInRoutes';
import { twoFactorRoutes } from './routes/twoFactorRoutes';
import { workspaceRoutes } from './routes/workspaceRoutes';

const routes = (app: App) =>
  new Hono<Env>()
    .route('/', demoRoutes(app))
    .route('/', signInRoutes(app))
    .route('/', sessionRoutes(app))
    .route('/', twoFactorRoutes(app))
    .route('/', passwordRoutes(app))
    .route('/', accountRoutes(app))
    .route('/', workspaceRoutes(app));

/** The routes with their bodies and answers, for the typed client `hc<AppType>(companionBase, …)`. */
export type AppType = ReturnType<typeof routes>;

/** A no, in the one form that the companion says it in. */
const answerRefusal = (refusal: Refusal) =>
  Response.json({ code: refusal.code, facts: refusal.facts }, { status: refusal.status });

/** What went wrong, as an answer: never a stack, never a word of the request. */
function answerError(error: unknown): Response {
  if (error instanceof Refusal) return answerRefusal(error);
  return answerRefusal(refuse(error instanceof HTTPException ? 'bad_request' : 'fault'));
}

/** The demo account service: a fetch-shaped function that never throws. */
export function createCompanion(ports: CompanionPorts) {
  const app: App = {
    ports,
    sealer: createSealer(ports.store, ports.random),
    passwords: createPasswords(ports.derive, ports.kdfCosts, ports.random),
  };
  let seeding: Promise<void> | null = null;

  const gateway = new Hono<Env>().use(async (c, next) => {
    if (utf8(await c.req.text()).length > policy.longestBody) throw refuse('too_large');
    // Asked every time, as the browser may have cleared everything; done once, also for many at a time.
    seeding ??= ensureSeeded(app).finally(() => (seeding = null));
    await seeding;
    const token = /^Bearer ([\w-]{43})$/.exec(c.req.header('authorization') ?? '')?.[1];
    c.set('caller', {
      tokenHash: token === undefined ? null : hashToken(token),
      device: deviceLabel(c.req.header('x-user-agent') ?? ''),
      page: c.req.header('x-page') ?? null,
    });
    await next();
    // A page that reads on its own, after a change elsewhere, doesn't extend the session.
    const isPassive = c.req.header('x-passive') !== undefined;
    if (c.req.method === 'GET' && !isPassive) await keepAlive(app, c.var.caller);
  });
  const served: Hono<Env> = gateway.route('/', routes(app));
  served.get('/openapi.json', (c) => c.json(openApi(served)));
  served.notFound(() => answerRefusal(refuse('not_found')));
  served.onError(answerError);

  return {
    /** For the audit log: a content script or a web page tried to speak to the service. */
    noteForeignMessage: async (): Promise<void> => {
      const nobody = { tokenHash: null, device: '' };
      await command(app, 'transport/foreign-message', nobody, () => {
        throw refuse('forbidden');
      }).catch(() => undefined);
    },
    fetch: async (request: Request): Promise<Response> => {
      try {
        return await served.fetch(request);
      } catch (error) {
        return answerError(error);
      }
    },
  };
}
