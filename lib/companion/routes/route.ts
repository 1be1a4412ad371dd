import type { MiddlewareHandler } from 'hono';
import { validator } from 'hono/validator';
import * as v from 'valibot';
import type { Caller } from '../App';
import { refuse, type RefusalCode } from '../refusals';

/** What a route can read from its context. */
export interface Env {
  Variables: { caller: Caller };
}

export type BodySchema = v.GenericSchema<Record<string, unknown>>;
export type QuerySchema = v.GenericSchema<Record<string, string | undefined>>;

/** What the OpenAPI document says about a route. */
export interface Description {
  readonly operationId: string;
  readonly summary: string;
  readonly response: v.GenericSchema;
  /**
   * The route's own refusals. The refusals that follow from the route's body and access are added automatically.
   */
  readonly errors?: readonly RefusalCode[];
  /**
   * `session`: requires a bearer token. `proof`: also requires a recent re-authentication. `open`: requires no
   * token.
   */
  readonly access: 'open' | 'session' | 'proof';
  readonly tag: string;
}

/** The description of each handler. The two maps below hold the schemas of the handler's body and query. */
const descriptions = new WeakMap<object, Description>();
const bodies = new WeakMap<object, BodySchema>();
const queries = new WeakMap<object, QuerySchema>();

/**
 * These functions return the description, the body schema and the query schema that were registered with a
 * handler.
 */
export const descriptionOf = (handler: object): Description | undefined =>
  descriptions.get(handler);
export const bodyOf = (handler: object): BodySchema | undefined => bodies.get(handler);
export const queryOf = (handler: object): QuerySchema | undefined => queries.get(handler);

/** Creates a handler that does nothing and carries a route's description for the OpenAPI document. */
export function about(description: Description): MiddlewareHandler {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- each route needs its own function, because its description is stored under that function
  const middleware: MiddlewareHandler = (_, next) => next();
  descriptions.set(middleware, description);
  return middleware;
}

/**
 * Validates a JSON body that must have exactly the schema's fields. Throws `bad_request` without repeating the
 * content.
 */
export function body<S extends BodySchema>(schema: S) {
  const middleware = validator('json', (value: unknown): v.InferOutput<S> => {
    const result = v.safeParse(schema, value);
    if (!result.success) throw refuse('bad_request');
    return result.output;
  });
  bodies.set(middleware, schema);
  return middleware;
}

/** Validates query parameters, each of which may occur once. Throws `bad_request` for an unknown parameter. */
export function search<S extends QuerySchema>(schema: S) {
  const middleware = validator('query', (value: unknown): v.InferOutput<S> => {
    const result = v.safeParse(schema, value);
    if (!result.success) throw refuse('bad_request');
    return result.output;
  });
  queries.set(middleware, schema);
  return middleware;
}

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

/** Fields that several bodies share. The maximum lengths are generous, because the flows validate the content. */
export const field = {
  address: text(254),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  password: text(1024),
  /** A code or backup code as typed. */
  code: text(64),
  /** A bearer token or a record's id. */
  token: text(64),
  version: v.pipe(v.number(), v.integer()),
  /** The value of `next` from the previous page of a list. */
  after: v.exactOptional(text(300)),
};
