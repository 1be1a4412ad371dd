import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../../lib/companion';
import { encodeHex, readSecretKey } from '../../../lib/otp';
import { faultyStore } from './faultyStore';
import { makeWorld, no, stores, yes, type World } from './support';

const send = (it: World, path: string, body: string, method = 'POST') =>
  it.companion.fetch(
    new Request(`https://companion.invalid${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method !== 'GET' && { body }),
    }),
  );

/** Every text in a value, however deep. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key].concat(textsIn(inner)))
      : [];

describe.each(stores)('the door (%s store)', (_, makeStore) => {
  const world = () => makeWorld(makeStore());

  test('80: a refused message stands in the audit log', async () => {
    const it = await world();
    await it.companion.noteForeignMessage();
    const entries = await it.store.read((tx) => tx.audit.all());
    expect(entries.at(-1)).toMatchObject({
      event: 'transport/foreign-message',
      outcome: 'forbidden',
    });
  });

  test.each([
    ['broken', '{'],
    ['empty', ''],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['a text', '"x"'],
    ['short of a field', '{"email":"a@b.c"}'],
    ['of other types', '{"email":1,"password":{}}'],
    ['with more fields', '{"email":"a@b.c","password":"x","admin":true}'],
    ['polluting', '{"email":"a@b.c","password":"x","__proto__":{"admin":true}}'],
    ['polluting otherwise', '{"email":"a@b.c","password":"x","constructor":{"prototype":{}}}'],
    ['deep', `${'['.repeat(7000)}${']'.repeat(7000)}`],
    ['too large', JSON.stringify({ email: 'a@b.c', password: 'x'.repeat(20_000) })],
  ])('81: a body that is %s gets 400 and changes nothing', async (_name, body) => {
    const it = await world();
    const response = await send(it, '/sign-in', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: expect.stringMatching(/bad_request|large/),
    });
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    expect(await it.store.read((tx) => tx.audit.all())).toEqual([]);
  });

  test('81: a body is measured in bytes, not in characters', async () => {
    const it = await world();
    const body = JSON.stringify({ email: 'a@b.c', password: '€'.repeat(6_000) });
    expect(await (await send(it, '/sign-in', body)).json()).toMatchObject({ code: 'too_large' });
  });

  test.each([
    ['GET', '/nowhere'],
    ['GET', '/sign-in'],
    ['PUT', '/me/method'],
    ['POST', '/security/sign-in-method'],
    ['DELETE', '/demo'],
    ['POST', '/me'],
  ])('there is nothing at %s %s', async (method, path) => {
    const it = await world();
    const response = await send(it, path, '{}', method);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not_found' });
  });

  test('a session of one person opens nothing of another', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    const param = { workspace: await it.workspaceId(await it.signedIn('outsider'), 'Meadow') };
    expect(await no(ben.api.workspaces[':workspace'].members.$get({ param }))).toBe(
      '404 not_found',
    );
  });

  test('82: killed before the end of a command, nothing of it is there, and it can be sent again', async () => {
    const store = faultyStore(makeStore());
    const it = await makeWorld(store);
    const ben = await it.signedIn('member');
    const setUp = await yes(ben.start());
    const dump = () =>
      store.read(async (tx) =>
        JSON.stringify([await tx.factors.all(), await tx.sessions.all(), await tx.mails.all()]),
      );
    const before = await dump();
    const killed = store.failOnce('audit', 'put');
    expect(await no(ben.verify(setUp.enrolment, it.code(setUp.secretKey)))).toBe('500 fault');
    expect(killed()).toBe(true);
    expect(await dump()).toBe(before);
    const restarted = await makeWorld(store);
    const page = restarted.browser();
    page.useToken(ben.token());
    await yes(page.verify(setUp.enrolment, restarted.code(setUp.secretKey)));
    expect(await no(page.verify(setUp.enrolment, restarted.code(setUp.secretKey)))).toBe(
      '409 nothing_pending',
    );
  });

  test('83: a change is announced to other pages, and a form over the old state gets 409', async () => {
    const it = await world();
    const ben = await it.signedIn('member');
    await it.enrol(ben);
    const { version } = await yes(ben.security());
    const before = it.announced();
    await yes(ben.regenerate());
    expect(it.announced()).toBe(before + 1);
    const late = () => ben.api['two-factor'].disable.$post({ json: { version } });
    expect(await no(late())).toBe('409 stale');
    expect((await yes(ben.security())).twoFactor.state).toBe('on');
  });

  test('84: what is kept holds no password, token, secret, code or backup code in clear', async () => {
    const it = await world();
    const secrets = new Set<string>();
    const keep = (...texts: (string | null | undefined)[]) => {
      for (const text of texts) if (text) secrets.add(text);
    };
    const keepKey = (key: string) => {
      const bytes = readSecretKey(key);
      const base64 = Buffer.from(bytes).toString('base64');
      const url = Buffer.from(bytes).toString('base64url');
      keep(key, key.replaceAll(' ', ''), encodeHex(bytes), base64, url);
    };
    for (const { password } of it.demo.people) keep(password);

    const ben = await it.signedIn('member');
    keep(ben.token());
    const setUp = await it.enrol(ben);
    keepKey(setUp.secretKey);
    keep(setUp.otpauth, ...setUp.backupCodes);
    keep(...setUp.backupCodes.map((code) => code.replaceAll('-', '')));
    const code = it.code(setUp.secretKey);
    const { browser, challenge } = await it.challenged('member');
    keep(challenge, code);
    await yes(browser.code(challenge, code));
    keep(browser.token());
    const again = await it.challenged('member');
    keep(again.challenge);
    await no(again.browser.code(again.challenge, code));

    const { browser: ada, ...admin } = await it.adminWithTwoFactor();
    keepKey(admin.secretKey);
    keep(...admin.backupCodes, ada.token());
    await yes(it.enforce(ada));
    const mailed = (await it.newestMail('theo@larkfield.example')).secret;
    keepKey(mailed?.secretKey ?? '');
    keep(mailed?.otpauth);
    await yes(ada.api.security['reset-mail'].$post());
    keep(await it.mailedToken(it.person('admin').email));
    const password = 'entirely different words';
    const zoe = { name: 'Zoe', email: 'zoe@elsewhere.example', password, confirm: password };
    await yes(ben.api['sign-up'].$post({ json: zoe }));
    keep(password, await it.mailedToken(zoe.email));

    const dump = await it.store.read(async ({ keys, ...tables }) => {
      const rows: unknown[] = [];
      for (const table of Object.values(tables)) rows.push(await table.all());
      return { rows, keys: await keys.all() };
    });
    expect(dump.keys).toHaveLength(1);
    expect(dump.keys[0]?.key.extractable).toBe(false);
    const texts = textsIn(dump.rows);
    expect(texts.length).toBeGreaterThan(500);
    expect(secrets.size).toBeGreaterThan(50);
    const found = [...secrets].filter((secret) =>
      texts.some((text) => text.toLowerCase().includes(secret.toLowerCase())),
    );
    expect(found).toEqual([]);
    const param = { workspace: await it.workspaceId(ada) };
    const audit = JSON.stringify(await yes(ada.api.workspaces[':workspace'].audit.$get({ param })));
    expect([...secrets].filter((secret) => audit.includes(secret))).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  test('describes every route, with its body and its noes', async () => {
    const it = await makeWorld(memoryStore());
    const response = await it.companion.fetch(
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
