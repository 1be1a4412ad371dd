import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readDocument } from '../../openApi/readDocument';

interface Document {
  readonly paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, unknown> }>
  >;
}

const toPattern = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Returns a function that finds the schema of a response by its route and status, or null if the route is unknown.
 */
async function readSchemas() {
  const document = (await readDocument()) as Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema(document, 'openapi');
  const paths = Object.keys(document.paths)
    // Matches fixed paths before paths with parameters.
    .toSorted((a, b) => a.split('{').length - b.split('{').length)
    .map((path) => ({ path, pattern: toPattern(path) }));
  return (method: string, pathname: string, status: number): ValidateFunction | null => {
    const found = paths.find(
      ({ path, pattern }) => pattern.test(pathname) && method in (document.paths[path] ?? {}),
    );
    if (!found) return null;
    const operation = document.paths[found.path]?.[method];
    if (!operation?.responses[status])
      throw new Error(`${operation?.operationId}: status ${status} is not in the document`);
    const pointer = ['paths', escaped(found.path), method, 'responses', String(status)].join('/');
    return ajv.getSchema(`openapi#/${pointer}/content/application~1json/schema`) ?? null;
  };
}

let schemas: ReturnType<typeof readSchemas> | null = null;

/** Throws if a response doesn't match its route's schema in the OpenAPI document. */
export async function checkAnswer(request: Request, response: Response, body: unknown) {
  schemas ??= readSchemas();
  const method = request.method.toLowerCase();
  const { pathname } = new URL(request.url);
  const validate = (await schemas)(method, pathname, response.status);
  if (validate && !validate(body))
    throw new Error(`${method} ${pathname}: ${JSON.stringify(validate.errors)}`);
}
