import { toJsonSchema } from '@valibot/to-json-schema';
import type { Hono } from 'hono';
import type { GenericSchema } from 'valibot';
import { policy } from '../policy';
import { refusals, type RefusalCode } from '../refusals';
import { bodyOf, descriptionOf, queryOf, type Description, type Env } from './route';

const jsonSchema = (schema: GenericSchema): object => {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
  });
  return rest;
};

const json = (schema: object) => ({ content: { 'application/json': { schema } } });

const factSchemas = {
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  string: { type: 'string' },
  strings: { type: 'array', items: { type: 'string' } },
} as const;

/** Returns the JSON schema of a refusal, which has a code and typed facts. */
function refusalSchema(code: RefusalCode): object {
  const facts = Object.entries(refusals[code][1] ?? {});
  return {
    type: 'object',
    required: ['code', 'facts'],
    additionalProperties: false,
    properties: {
      code: { const: code },
      facts: {
        type: 'object',
        required: facts.map(([name]) => name),
        additionalProperties: false,
        properties: Object.fromEntries(facts.map(([name, type]) => [name, factSchemas[type]])),
      },
    },
  };
}

/**
 * Returns the refusal codes of a route: the codes that the route declares, and the codes that follow from its
 * input and access.
 */
function codesOf({ access, errors = [] }: Description, takesInput: boolean): RefusalCode[] {
  return [
    ...(takesInput ? (['bad_request', 'too_large'] as const) : (['too_large'] as const)),
    ...(access === 'open' ? [] : (['signed_out'] as const)),
    ...(access === 'proof' ? (['reauth_required'] as const) : []),
    ...errors,
    'fault',
  ];
}

/** Returns one OpenAPI response per HTTP status, each with its possible refusal codes. */
function errorResponses(codes: readonly RefusalCode[]): Record<string, object> {
  const byStatus = new Map<number, Set<RefusalCode>>();
  for (const code of codes) {
    const [status] = refusals[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => {
      const refs = [...names].map((name) => ({ $ref: `#/components/schemas/${name}` }));
      const schema = refs.length === 1 ? refs[0] : { oneOf: refs };
      return [status, { description: `Refused: ${[...names].join(', ')}.`, ...json(schema ?? {}) }];
    }),
  );
}

function pathParameters(path: string) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(schema: GenericSchema | undefined) {
  if (!schema) return [];
  const described = toJsonSchema(schema, { errorMode: 'ignore' });
  return Object.entries(described.properties ?? {}).map(([name, each]) => ({
    name,
    in: 'query',
    required: described.required?.includes(name) ?? false,
    schema: each,
  }));
}

/** Returns the OpenAPI operation of one method and path. */
function operation(path: string, description: Description, handlers: readonly object[]) {
  const schema = handlers.map(bodyOf).find((each) => each !== undefined);
  const query = handlers.map(queryOf).find((each) => each !== undefined);
  const { operationId, summary, response, access, tag } = description;
  return {
    operationId,
    summary,
    tags: [tag],
    security: access === 'open' ? [] : [{ session: [] }],
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(schema && { requestBody: { required: true, ...json(jsonSchema(schema)) } }),
    responses: {
      200: { description: 'Done.', ...json(jsonSchema(response)) },
      ...errorResponses(codesOf(description, schema !== undefined || query !== undefined)),
    },
  };
}

/** Returns the OpenAPI 3.1 document of an app. It describes exactly the registered routes. */
export function openApi(app: Hono<Env>) {
  const paths: Record<string, Record<string, object>> = {};
  const tags = new Set<string>();
  for (const { path, method, handler } of app.routes) {
    const description = descriptionOf(handler);
    if (!description) continue;
    const handlers = app.routes
      .filter((route) => route.path === path && route.method === method)
      .map((route) => route.handler);
    const operations = (paths[path.replace(/:(\w+)/g, '{$1}')] ??= {});
    operations[method.toLowerCase()] = operation(path, description, handlers);
    tags.add(description.tag);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys returns string[] for any object
  const codes = Object.keys(refusals) as RefusalCode[];
  return {
    openapi: '3.1.0',
    info: {
      title: `${policy.service}, the demo account service`,
      version: '2',
      summary: 'Accounts with passwords, second factors, sessions and workspaces.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://companion.invalid', description: 'Inside the extension.' }],
    tags: [...tags].map((name) => ({ name, description: `${name}.` })),
    components: {
      schemas: Object.fromEntries(codes.map((code) => [code, refusalSchema(code)])),
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
    paths,
  };
}
