import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../../lib/companion';
import { encodeHex, readSecretKey } from '../../../lib/otp';
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

/** Returns every text in a value at any depth. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key].concat(textsIn(inner)))
      : [];

describe.each(stores)('the transport (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('80: records a foreign message in the audit log', async () => {
    const world = await newWorld();
    await world.companion.noteForeignMessage();
    const entries = await world.store.read((tx) => tx.audit.all());
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
  ])('81: responds 400 to a body that is %s', async (_name, body) => {
    const world = await newWorld();
    const response = await send(world, '/sign-in', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: expect.stringMatching(/bad_request|large/),
    });
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    expect(await world.store.read((tx) => tx.audit.all())).toEqual([]);
  });

  test('81: measures a body in bytes, not in characters', async () => {
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
  ])('responds 404 to %s %s', async (method, path) => {
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

  test('82: a command killed before its end leaves nothing and can be retried', async () => {
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

  test('83: announces changes to other pages; a stale form gets 409', async () => {
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

  test('84: stores no password, token, secret, code or backup code in plain text', async () => {
    const world = await newWorld();
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
    for (const { password } of world.demo.people) keep(password);

    const ben = await world.signedIn('member');
    keep(ben.token());
    const setUp = await world.enrol(ben);
    keepKey(setUp.secretKey);
    keep(setUp.otpauth, ...setUp.backupCodes);
    keep(...setUp.backupCodes.map((code) => code.replaceAll('-', '')));
    const code = world.code(setUp.secretKey);
    const { browser, challenge } = await world.challenged('member');
    keep(challenge, code);
    await yes(browser.code(challenge, code));
    keep(browser.token());
    const again = await world.challenged('member');
    keep(again.challenge);
    await no(again.browser.code(again.challenge, code));

    const { browser: ada, ...admin } = await world.adminWithTwoFactor();
    keepKey(admin.secretKey);
    keep(...admin.backupCodes, ada.token());
    await yes(world.enforce(ada));
    const mailed = (await world.newestMail('theo@larkfield.example')).secret;
    keepKey(mailed?.secretKey ?? '');
    keep(mailed?.otpauth);
    await yes(ada.api.security['reset-mail'].$post());
    keep(await world.mailedToken(world.person('admin').email));
    const password = 'entirely different words';
    const zoe = { name: 'Zoe', email: 'zoe@elsewhere.example', password, confirm: password };
    await yes(ben.api['sign-up'].$post({ json: zoe }));
    keep(password, await world.mailedToken(zoe.email));

    const dump = await world.store.read(async ({ keys, ...tables }) => {
      const rows: unknown[] = [];
      for (const table of Object.values(tables)) rows.push(await table.all());
      return { rows, keys: await keys.all() };
    });
    // A store that can't hold a key leaves it to the service's port.
    for (const { key } of dump.keys) expect(key.extractable).toBe(false);
    const texts = textsIn(dump.rows);
    expect(texts.length).toBeGreaterThan(500);
    expect(secrets.size).toBeGreaterThan(50);
    const found = [...secrets].filter((secret) =>
      texts.some((text) => text.toLowerCase().includes(secret.toLowerCase())),
    );
    expect(found).toEqual([]);
    const param = { workspace: await world.workspaceId(ada) };
    const audit = JSON.stringify(
      await yes(ada.api.workspaces[':workspace'].audit.$get({ param, query: {} })),
    );
    expect([...secrets].filter((secret) => audit.includes(secret))).toEqual([]);
  });

  test('84: a sealed secret that was moved to another owner opens nothing', async () => {
    const world = await newWorld();
    const { secretKey } = await world.enrol(await world.signedIn('member'));
    const ada = await world.signedIn('admin');
    const { enrolment, secretKey: adas } = await yes(ada.start());
    const [ben, own] = [await world.userId('member'), await world.userId('admin')];
    const pending = await world.store.write(async (tx) => {
      const [factor, begun] = [await tx.factors.get(ben), await tx.pending.get(own)];
      if (!factor || !begun) throw new Error('nothing to move');
      await tx.factors.put({ ...factor, secret: begun.secret });
      await tx.pending.put({ ...begun, secret: factor.secret });
      return begun;
    });
    expect(pending.enrolment).toBe(enrolment);
    const { browser, challenge } = await world.challenged('member');
    for (const key of [secretKey, adas]) {
      expect(await no(browser.code(challenge, world.code(key)))).toBe('500 fault');
      expect(await no(ada.verify(enrolment, world.code(key)))).toBe('500 fault');
    }
    expect((await yes(ada.security())).twoFactor.state).toBe('off');
    expect(await world.store.read((tx) => tx.challenges.all())).toMatchObject([{ tries: 0 }]);
  });

  test("84: a mail's secret that was moved to another mailbox opens nothing", async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(world.enforce(ada));
    const [from, to] = [world.person('member').email, world.person('google').email];
    await world.store.write(async (tx) => {
      const mails = await tx.mails.all();
      const invite = (address: string) =>
        mails.find((mail) => mail.to === address && mail.kind === 'enforcement-invite');
      const [bens, ginas] = [invite(from), invite(to)];
      if (bens && ginas) await tx.mails.put({ ...ginas, sealed: bens.sealed });
    });
    const { mailboxes } = world.browser().api;
    const param = { address: to };
    expect(await no(mailboxes[':address'].$get({ param, query: {} }))).toBe('500 fault');
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
