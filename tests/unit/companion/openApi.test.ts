import { expect, test } from 'vitest';
import { memoryStore } from '../../../lib/companion';
import { makeService } from './makeService';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

const readDocument = async () => {
  const { companion } = makeService(memoryStore());
  const response = await companion.fetch(new Request('https://companion.invalid/openapi.json'));
  return (await response.json()) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, object> };
  };
};

const operationsOf = ({ paths }: Awaited<ReturnType<typeof readDocument>>) =>
  Object.values(paths).flatMap((methods) => Object.values(methods));

test('the OpenAPI document lists every operation once, with a tag, its security and a typed response', async () => {
  const operations = operationsOf(await readDocument());
  expect(operations.length).toBeGreaterThan(60);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { operationId, tags, security, responses } of operations) {
    expect(tags, operationId).toHaveLength(1);
    expect(Array.isArray(security), operationId).toBe(true);
    const schema = responses['200']?.content?.['application/json']?.schema;
    expect(schema, operationId).toBeDefined();
    expect(JSON.stringify(schema), operationId).not.toBe('{}');
  }
});

test('for every operation, the OpenAPI document lists the error statuses, the error codes and the facts of each code', async () => {
  const document = await readDocument();
  const named = new Set<string>();
  for (const { operationId, security, responses } of operationsOf(document)) {
    expect(Object.keys(responses), operationId).toContain('500');
    if (security.length > 0) expect(Object.keys(responses), operationId).toContain('401');
    expect(responses, operationId).not.toHaveProperty('default');
    for (const [, code = ''] of JSON.stringify(responses).matchAll(/schemas\/(\w+)"/g))
      named.add(code);
  }
  const missing = [...named].filter((code) => !(code in document.components.schemas));
  expect(missing).toEqual([]);
  expect(document.components.schemas['locked']).toMatchObject({
    properties: { code: { const: 'locked' }, facts: { required: ['minutes'] } },
  });
});
