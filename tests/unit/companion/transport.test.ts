import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../../lib/companion';
import { faultyStore } from './faultyStore';
import { makeWorld, no, stores, yes, type World } from './support';

const send = (world: World, path: string, body: string, method = 'POST') =>
  world.companion.fetch(
    new Request(`https://companion.invalid${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method !== 'GET' && { body }),
    }),
  );

describe.each(stores)('the transport (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('80: a message from another sender is recorded in the audit log', async () => {
    const world = await newWorld();
    await world.companion.noteForeignMessage();
    const entries = await world.store.read((tx) => tx.audit.all());
    expect(entries.at(-1)).toMatchObject({
      event: 'transport/foreign-message',
      outcome: 'forbidden',
    });
  });

  test.each([
    ['invalid JSON', '{'],
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"x"'],
    ['missing a field', '{"email":"a@b.c"}'],
    ['of the wrong types', '{"email":1,"password":{}}'],
    ['extended with an unknown field', '{"email":"a@b.c","password":"x","admin":true}'],
    ['polluting __proto__', '{"email":"a@b.c","password":"x","__proto__":{"admin":true}}'],
    ['polluting a constructor', '{"email":"a@b.c","password":"x","constructor":{"prototype":{}}}'],
    ['deeply nested', `${'['.repeat(7000)}${']'.repeat(7000)}`],
    ['too large', JSON.stringify({ email: 'a@b.c', password: 'x'.repeat(20_000) })],
  ])('81: a body that is %s gets 400', async (_name, body) => {
    const world = await newWorld();
    const response = await send(world, '/sign-in', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: expect.stringMatching(/bad_request|large/),
    });
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    expect(await world.store.read((tx) => tx.audit.all())).toEqual([]);
  });

  test('81: a body is measured in bytes, not in characters', async () => {
    const world = await newWorld();
    const body = JSON.stringify({ email: 'a@b.c', password: '€'.repeat(6_000) });
    expect(await (await send(world, '/sign-in', body)).json()).toMatchObject({ code: 'too_large' });
  });

  test.each([
    ['GET', '/nowhere'],
    ['GET', '/sign-in'],
    ['PUT', '/me/method'],
    ['POST', '/security/sign-in-method'],
    ['DELETE', '/demo'],
    ['POST', '/me'],
  ])('the request %s %s gets 404', async (method, path) => {
    const world = await newWorld();
    const response = await send(world, path, '{}', method);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not_found' });
  });

  test("a session gives no access to another person's records", async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const param = {
      workspace: await world.workspaceId(await world.signedIn('outsider'), 'Meadow'),
    };
    expect(await no(ben.api.workspaces[':workspace'].members.$get({ param, query: {} }))).toBe(
      '404 not_found',
    );
  });

  test('82: a command that is interrupted before its end leaves nothing and can be repeated', async () => {
    const store = faultyStore(makeStore());
    const world = await makeWorld(store);
    const ben = await world.signedIn('member');
    const setUp = await yes(ben.start());
    const dump = () =>
      store.read(async (tx) =>
        JSON.stringify([await tx.factors.all(), await tx.sessions.all(), await tx.mails.all()]),
      );
    const before = await dump();
    const killed = store.failOnce('audit', 'put');
    expect(await no(ben.verify(setUp.enrolment, world.code(setUp.secretKey)))).toBe('500 fault');
    expect(killed()).toBe(true);
    expect(await dump()).toBe(before);
    const restarted = await makeWorld(store);
    const page = restarted.browser();
    page.useToken(ben.token());
    await yes(page.verify(setUp.enrolment, restarted.code(setUp.secretKey)));
    expect(await no(page.verify(setUp.enrolment, restarted.code(setUp.secretKey)))).toBe(
      '409 already_on',
    );
  });

  test('83: changes are announced to other pages, and a stale form gets 409', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    const { version } = await yes(ben.security());
    const before = world.announced();
    await yes(ben.regenerate());
    expect(world.announced()).toBe(before + 1);
    const late = () => ben.api['two-factor'].disable.$post({ json: { version } });
    expect(await no(late())).toBe('409 stale');
    expect((await yes(ben.security())).twoFactor.state).toBe('on');
  });
});

describe('the OpenAPI document', () => {
  test("documents every route's body and error responses", async () => {
    const world = await makeWorld(memoryStore());
    const response = await world.companion.fetch(
      new Request('https://companion.invalid/openapi.json'),
    );
    const document = (await response.json()) as {
      openapi: string;
      paths: Record<string, Record<string, { summary: string; requestBody?: object }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { summary }]) => ({
        name: `${method} ${path}`,
        summary,
      })),
    );
    expect(operations.length).toBeGreaterThan(50);
    for (const { name, summary } of operations) expect(summary, name).toMatch(/\.$/);
    expect(document.paths['/sign-in']?.['post']?.requestBody).toMatchObject({
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['email', 'password'],
            additionalProperties: false,
          },
        },
      },
    });
    expect(document.paths['/workspaces/{workspace}/enforcement']).toHaveProperty('put');
  });
});
