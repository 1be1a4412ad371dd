import type { MiddlewareHandler } from 'hono';
import { validator } from 'hono/validator';
import * as v from 'valibot';
import type { Caller } from '../App';
import { refuse } from '../refusals';

/** What the door has found out about a request before its route sees it. */
export interface Env {
  Variables: { caller: Caller };
}

export type BodySchema = v.GenericSchema<Record<string, unknown>>;

/** What the OpenAPI document says of a route, kept beside the handlers that it is registered with. */
const summaries = new WeakMap<object, string>();
const bodies = new WeakMap<object, BodySchema>();

export const summaryOf = (handler: object): string | undefined => summaries.get(handler);
export const bodyOf = (handler: object): BodySchema | undefined => bodies.get(handler);

/** One sentence about a route, for the OpenAPI document. */
export function about(summary: string): MiddlewareHandler {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- each route needs one of its own: the summary is found by it
  const middleware: MiddlewareHandler = (_, next) => next();
  summaries.set(middleware, summary);
  return middleware;
}

/** Reads a JSON body of exactly these fields; anything else is `bad_request`, without a word of the content. */
export function body<S extends BodySchema>(schema: S) {
  const middleware = validator('json', (value: unknown): v.InferOutput<S> => {
    const result = v.safeParse(schema, value);
    if (!result.success) throw refuse('bad_request');
    return result.output;
  });
  bodies.set(middleware, schema);
  return middleware;
}

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

/** Fields that many bodies share. Lengths are generous: what a field must be is the flows' to say. */
export const field = {
  address: text(254),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  password: text(1024),
  /** A code or backup code as typed. */
  code: text(64),
  /** A bearer token or a record's id. */
  token: text(64),
  version: v.pipe(v.number(), v.integer()),
};
