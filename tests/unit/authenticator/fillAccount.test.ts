import { expect, test } from 'vitest';
import { fillAccount, type PageAccess } from '../../../lib/authenticator/fill';
import { linkFor } from '../../../lib/sites';
import { passphrase } from '../../support/popupWorld';
import { draft, vaultWorld } from '../../support/vaultWorld';

const target = { tab: 7, host: 'shop.example', secure: true };

/** Creates a page with two frames of other hosts, and an account that is linked to one of the two hosts. */
async function world(changes: Partial<PageAccess> = {}) {
  const vault = (await vaultWorld()).open();
  await vault.create(passphrase);
  await vault.add([{ ...draft('Pay'), hosts: ['shop.example', 'pay.example'] }]);
  const [entry] = await vault.list();
  if (!entry) throw new Error('No account');
  const filled: { host: string; code: string }[] = [];
  const asked: string[] = [];
  const page: PageAccess = {
    seekField: () => Promise.resolve('none'),
    fillPage: ({ host }, code) => {
      filled.push({ host, code });
      return Promise.resolve('field');
    },
    foreignFrames: () => Promise.resolve(['https://ads.example', 'https://pay.example']),
    findFrame: ({ tab }, host) => {
      asked.push(host);
      return Promise.resolve({ tab, host, secure: true, frame: 3 });
    },
    hasAccess: () => Promise.resolve(true),
    ...changes,
  };
  const steps = new Map<string, number>();
  const used = {
    has: (id: string, step: number) => Promise.resolve(steps.get(id) === step),
    keep: (id: string, step: number) => Promise.resolve(void steps.set(id, step)),
  };
  const deps = { page, vault, clock: () => 59_000, used, linkFor };
  const uses = async () => (await vault.list())[0]?.useCount;
  return { deps, entry, filled, asked, uses };
}

test("fills only the frame whose host is linked, and doesn't search other frames", async () => {
  const { deps, entry, filled, asked } = await world();
  expect(await fillAccount(deps, { target, entry })).toEqual({ result: 'field' });
  expect(asked).toEqual(['pay.example']);
  expect(filled.map(({ host }) => host)).toEqual(['pay.example']);
});

test("without permission for a frame, returns the frame's origin and reads nothing in the frame", async () => {
  const { deps, entry, filled, asked, uses } = await world({
    hasAccess: () => Promise.resolve(false),
  });
  const attempt = await fillAccount(deps, { target, entry });
  expect(attempt).toEqual({ result: 'frame', origin: 'https://pay.example' });
  expect([filled, asked, await uses()]).toEqual([[], [], 0]);
});

test.each(['forbidden', 'elsewhere'] as const)(
  'searches no frame if the page itself returns "%s"',
  async (outcome) => {
    const { deps, entry, asked } = await world({ seekField: () => Promise.resolve(outcome) });
    expect(await fillAccount(deps, { target, entry })).toEqual({ result: outcome });
    expect(asked).toEqual([]);
  },
);

test('searches only the frame in which the user pointed at a field', async () => {
  const { deps, entry, asked, filled } = await world();
  const pointed = { ...target, frame: 5 };
  expect(await fillAccount(deps, { target: pointed, entry })).toEqual({ result: 'none' });
  expect([asked, filled]).toEqual([[], []]);
});

test('fills a used code again only if the user asks for it', async () => {
  const { deps, entry, filled, uses } = await world({ seekField: () => Promise.resolve('field') });
  await fillAccount(deps, { target, entry });
  expect(await fillAccount(deps, { target, entry })).toEqual({ result: 'used' });
  expect([filled.length, await uses()]).toEqual([1, 1]);
  expect(await fillAccount(deps, { target, entry, again: true })).toEqual({ result: 'field' });
  expect([filled.length, await uses()]).toEqual([2, 2]);
});

test("a code that the page doesn't keep isn't marked as used", async () => {
  const { deps, entry, uses } = await world({
    seekField: () => Promise.resolve('boxes'),
    fillPage: () => Promise.resolve('refused'),
  });
  for (let time = 0; time < 2; time++)
    expect(await fillAccount(deps, { target, entry })).toEqual({ result: 'refused' });
  expect(await uses()).toBe(0);
});

test("records the use of a TOTP code without changing the account's parameters", async () => {
  const { deps, entry } = await world({ seekField: () => Promise.resolve('field') });
  const { otp } = await deps.vault.get(entry.id);
  await fillAccount(deps, { target, entry });
  expect((await deps.vault.get(entry.id)).otp).toEqual(otp);
});

test('never lowers a counter that another page has increased in the meantime', async () => {
  const { deps } = await world();
  const { vault } = deps;
  const { otp, ...rest } = draft('Counted');
  const [id = ''] = await vault.add([{ ...rest, otp: { ...otp, kind: 'hotp', counter: 5 } }]);
  const page: PageAccess = {
    ...deps.page,
    seekField: () => Promise.resolve('field'),
    fillPage: async () => {
      await vault.update(id, (one) => ({ otp: { ...one.otp, counter: 9 } }));
      return 'field';
    },
  };
  await fillAccount({ ...deps, page }, { target, entry: await vault.get(id) });
  expect((await vault.get(id)).otp.counter).toBe(9);
});

test('a counter is never taken for a used time step', async () => {
  const { deps } = await world({ seekField: () => Promise.resolve('field') });
  const { otp, ...rest } = draft('Counted');
  const [id = ''] = await deps.vault.add([{ ...rest, otp: { ...otp, kind: 'hotp', counter: 5 } }]);
  await deps.used.keep(id, 5);
  const attempt = await fillAccount(deps, { target, entry: await deps.vault.get(id) });
  expect(attempt).toEqual({ result: 'field' });
});
