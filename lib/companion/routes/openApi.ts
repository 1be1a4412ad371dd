import { toJsonSchema } from '@valibot/to-json-schema';
import type { Hono } from 'hono';
import { policy } from '../policy';
import { refusals } from '../refusals';
import { bodyOf, summaryOf, type Env } from './route';

const refusal = {
  type: 'object',
  required: ['code', 'facts'],
  properties: {
    code: { enum: Object.keys(refusals) },
    facts: { type: 'object' },
  },
};

const json = (schema: object) => ({ content: { 'application/json': { schema } } });

const parameters = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

/** What is registered under one method and path, as an OpenAPI operation. */
function operation(path: string, handlers: readonly object[]) {
  const summary = handlers.map(summaryOf).find((each) => each !== undefined);
  const schema = handlers.map(bodyOf).find((each) => each !== undefined);
  return {
    summary,
    parameters: parameters(path),
    ...(schema && {
      requestBody: {
        required: true,
        ...json(toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore' })),
      },
    }),
    responses: {
      200: { description: 'Done.' },
      default: { description: 'A no.', ...json({ $ref: '#/components/schemas/Refusal' }) },
    },
  };
}

/** The OpenAPI 3.1 document of an app's routes: what is not registered is not in it, and the other way round. */
export function openApi(app: Hono<Env>) {
  const paths: Record<string, Record<string, object>> = {};
  const described = app.routes.filter(({ handler }) => summaryOf(handler) !== undefined);
  for (const { path, method } of described) {
    const handlers = app.routes
      .filter((route) => route.path === path && route.method === method)
      .map(({ handler }) => handler);
    const operations = (paths[path.replace(/:(\w+)/g, '{$1}')] ??= {});
    operations[method.toLowerCase()] = operation(path, handlers);
  }
  return {
    openapi: '3.1.0',
    info: { title: `${policy.service}, the demo account service`, version: '1' },
    components: {
      schemas: { Refusal: refusal },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ session: [] }, {}],
    paths,
  };
}
