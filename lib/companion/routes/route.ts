import type { MiddlewareHandler } from 'hono';
import { validator } from 'hono/validator';
import * as v from 'valibot';
import type { Caller } from '../App';
import { refuse, type RefusalCode } from '../refusals';

/** What the gateway has determined about a request before its route runs. */
export interface Env {
  Variables: { caller: Caller };
}

export type BodySchema = v.GenericSchema<Record<string, unknown>>;
export type QuerySchema = v.GenericSchema<Record<string, string | undefined>>;

/** The part of a route that the OpenAPI document describes. */
export interface Description {
  readonly operationId: string;
  readonly summary: string;
  readonly response: v.GenericSchema;
  /** Refusals of this route, besides those that follow from its body and its session. */
  readonly errors?: readonly RefusalCode[];
  /** `session`: needs a bearer token. `proof`: also needs a fresh proof. `open`: accepts no token. */
  readonly access: 'open' | 'session' | 'proof';
  readonly tag: string;
}

/** Stored beside the handlers of a registered route. */
const descriptions = new WeakMap<object, Description>();
const bodies = new WeakMap<object, BodySchema>();
const queries = new WeakMap<object, QuerySchema>();

/** Return what was registered with a handler: its description, and the schemas of its body and query. */
export const descriptionOf = (handler: object): Description | undefined =>
  descriptions.get(handler);
export const bodyOf = (handler: object): BodySchema | undefined => bodies.get(handler);
export const queryOf = (handler: object): QuerySchema | undefined => queries.get(handler);

/** Describes a route for the OpenAPI document. */
export function about(description: Description): MiddlewareHandler {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- each route needs one of its own: the description is found by it
  const middleware: MiddlewareHandler = (_, next) => next();
  descriptions.set(middleware, description);
  return middleware;
}

/**
 * Reads a JSON body with exactly these fields. Rejects anything else as `bad_request`, without repeating the content.
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

/** Reads query parameters, each at most once. Rejects unknown ones. */
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

/** Fields that many bodies share. Lengths are generous: the flows validate the content. */
export const field = {
  address: text(254),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  password: text(1024),
  /** A code or backup code as typed. */
  code: text(64),
  /** A bearer token or a record's id. */
  token: text(64),
  version: v.pipe(v.number(), v.integer()),
  /** Where the previous page ended. */
  after: v.exactOptional(text(300)),
};
