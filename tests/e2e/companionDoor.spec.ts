import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { oathtool } from './oathtool';

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

interface Sent {
  path: string;
  method?: string;
  body?: string;
  token?: string;
}

/** Sends concurrent requests to the companion's backend, as raw messages from a page of the extension. */
const send = (page: Page, ...requests: Sent[]): Promise<(Answer | null)[]> =>
  page.evaluate(
    (all) =>
      Promise.all(
        all.map(async ({ path, method = 'POST', body, token }) => {
          const { runtime } = Reflect.get(globalThis, 'chrome');
          const headers = {
            'content-type': 'application/json',
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          };
          const request = { path, method, headers, body: body ?? null };
          const answer = await runtime.sendMessage({ type: 'companion/fetch', request });
          return answer ? { status: answer.status, body: JSON.parse(answer.body) } : null;
        }),
      ),
    requests,
  );

const one = async (page: Page, path: string, body?: object, token?: string): Promise<Answer> => {
  const [answer] = await send(page, {
    path,
    method: body === undefined ? 'GET' : 'POST',
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(token !== undefined && { token }),
  });
  if (!answer) throw new Error(`${path} was not answered`);
  return answer;
};

/** Turns on 2FA for the demo's member. Returns its key and a function that starts a sign-in. */
async function withTwoFactor(page: Page) {
  const { people } = (await one(page, '/demo')).body as {
    people: { role: string; email: string; password: string }[];
  };
  const { email, password } = people.find(({ role }) => role === 'member') ?? people[0]!;
  const { token } = (await one(page, '/sign-in', { email, password })).body;
  const setUp = (await one(page, '/two-factor/start', { replace: false }, String(token))).body;
  const key = String(setUp['secretKey']).replaceAll(' ', '');
  const verify = { enrolment: setUp['enrolment'], code: oathtool(key) };
  expect((await one(page, '/two-factor/verify', verify, String(token))).status).toBe(200);
  const challenge = async () =>
    String((await one(page, '/sign-in', { email, password })).body['challenge']);
  return { key, challenge };
}

test("the backend responds only to the companion's own page, and only to valid messages", async ({
  context,
  at,
}) => {
  const options = await context.newPage();
  await options.goto(at('options.html'));
  expect((await one(options, '/demo')).status).toBe(200);

  for (const name of ['popup.html', 'manage.html']) {
    const page = await context.newPage();
    await page.goto(at(name));
    expect(await send(page, { path: '/demo', method: 'GET' }), name).toEqual([null]);
    await page.close();
  }
  const foreign = await context.newPage();
  await foreign.goto('data:text/html,<h1>A web page</h1>');
  expect(
    await foreign.evaluate(() => typeof Reflect.get(globalThis, 'chrome')?.runtime?.sendMessage),
  ).toBe('undefined');

  const bodies = [
    '{',
    '[]',
    'null',
    '{"email":1,"password":{}}',
    '{"email":"a@b.c","password":"x","__proto__":{"admin":true}}',
    '{"email":"a@b.c","password":"x","constructor":{"prototype":{"admin":true}}}',
    JSON.stringify({ email: 'a@b.c', password: 'x'.repeat(100_000) }),
  ];
  const answers = await send(options, ...bodies.map((body) => ({ path: '/sign-in', body })));
  expect(answers.map((answer) => answer?.status)).toEqual(bodies.map(() => 400));
});

test('only five of twenty concurrent wrong codes are checked, and a right code sent twice gives one session', async ({
  context,
  at,
}) => {
  const page = await context.newPage();
  await page.goto(at('options.html'));
  const { key, challenge } = await withTwoFactor(page);
  const wrong = JSON.stringify({ challenge: await challenge(), code: '000000' });
  const answers = await send(
    page,
    ...Array.from({ length: 20 }, () => ({ path: '/challenge/code', body: wrong })),
  );
  const codes = answers.map((answer) => answer?.body['code']);
  expect(codes.filter((code) => code === 'wrong_code')).toHaveLength(5);
  expect(codes.filter((code) => code === 'challenge_expired')).toHaveLength(15);

  // The current code was used to turn on 2FA, so the test waits for the next time step.
  const used = oathtool(key);
  await expect.poll(() => oathtool(key)).not.toBe(used);
  const right = JSON.stringify({ challenge: await challenge(), code: oathtool(key) });
  const both = await send(
    page,
    { path: '/challenge/code', body: right },
    { path: '/challenge/code', body: right },
  );
  expect(both.map((answer) => answer?.status).toSorted((a = 0, b = 0) => a - b)).toEqual([
    200, 410,
  ]);
});
