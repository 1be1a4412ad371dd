import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { systemCaller, type App } from './App';
import { command } from './command';
import type { Demo, demoRoutes } from './demo';
import { keepAlive } from './flows/keepAlive';
import { runNextBatch } from './flows/workspace/enforcementBatch';
import { createPasswords } from './mechanism/passwords';
import { createSealer } from './mechanism/sealing';
import type { CompanionPorts } from './ports';
import { refuse, Refusal } from './refusals';
import { accountRoutes } from './routes/accountRoutes';
import { groupRoutes } from './routes/groupRoutes';
import { invitationRoutes } from './routes/invitationRoutes';
import { memberRoutes } from './routes/memberRoutes';
import { openApi } from './routes/openApi';
import { passwordRoutes } from './routes/passwordRoutes';
import { limitBody, readCaller } from './routes/request';
import type { Env } from './routes/route';
import { sessionRoutes } from './routes/sessionRoutes';
import { signInRoutes } from './routes/signInRoutes';
import { twoFactorRoutes } from './routes/twoFactorRoutes';
import { workspaceRoutes } from './routes/workspaceRoutes';

const routes = (app: App) =>
  new Hono<Env>()
    .route('/', signInRoutes(app))
    .route('/', sessionRoutes(app))
    .route('/', twoFactorRoutes(app))
    .route('/', passwordRoutes(app))
    .route('/', accountRoutes(app))
    .route('/', memberRoutes(app))
    .route('/', invitationRoutes(app))
    .route('/', groupRoutes(app))
    .route('/', workspaceRoutes(app));

/**
 * The routes with their request and response types, for the typed client `hc<AppType>(companionBase, …)`.
 */
export type AppType = ReturnType<typeof routes> | ReturnType<typeof demoRoutes>;

/** Returns the HTTP response to a refusal. */
const refusalResponse = (refusal: Refusal) =>
  Response.json({ code: refusal.code, facts: refusal.facts }, { status: refusal.status });

/** Converts an error to a response, without stack traces or parts of the request. */
function errorResponse(error: unknown): Response {
  if (error instanceof Refusal) return refusalResponse(error);
  return refusalResponse(refuse(error instanceof HTTPException ? 'bad_request' : 'fault'));
}

/** Runs jobs one after another until none is left. A call during a run joins that run. */
function createWorker(app: App) {
  let running: Promise<void> | null = null;
  const run = async () => {
    // An error ends the run. The job stays stored, and the next request tries it again.
    while (await runNextBatch(app).catch(() => false));
  };
  return {
    start: () => {
      running ??= run().finally(() => (running = null));
    },
    idle: async () => running,
  };
}

/**
 * Creates the account service. The service's `fetch` never throws. With `demo`, the service has demo people and
 * extra routes.
 */
export function createCompanion(ports: CompanionPorts, demo: Demo | null = null) {
  const app: App = {
    ports,
    sealer: createSealer(ports.sealingKey, ports.random),
    passwords: createPasswords(ports.derive, ports.kdfCosts, ports.random),
  };
  const worker = createWorker(app);
  let seeding: Promise<void> | null = null;
  let isFresh = true;

  const gateway = new Hono<Env>().use(async (c, next) => {
    // Seeds at every request, because the user may have cleared the browser's data. Requests that arrive during
    // seeding wait until it is done.
    seeding ??= (demo?.seed(app) ?? Promise.resolve()).finally(() => (seeding = null));
    await seeding;
    c.set('caller', readCaller(c.req.raw, ports.addressOf));
    await next();
    if (c.req.method === 'GET') await keepAlive(app, c.var.caller);
    // The first request and every write resume unfinished jobs.
    if (isFresh || c.req.method !== 'GET') worker.start();
    isFresh = false;
  });
  const served: Hono<Env> = demo
    ? gateway.route('/', demo.routes(app)).route('/', routes(app))
    : gateway.route('/', routes(app));
  served.get('/openapi.json', (c) => c.json(openApi(served)));
  served.notFound(() => refusalResponse(refuse('not_found')));
  served.onError(errorResponse);

  return {
    /** Writes an audit entry when a content script or a web page tries to call the service. */
    noteForeignMessage: async (): Promise<void> => {
      await command(app, 'transport/foreign-message', systemCaller, () => {
        throw refuse('forbidden');
      }).catch(() => undefined);
    },
    fetch: async (request: Request): Promise<Response> => {
      try {
        return await served.fetch(await limitBody(request));
      } catch (error) {
        return errorResponse(error);
      }
    },
    /** Resolves once no job is running. */
    idle: worker.idle,
  };
}
