import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { makeOtp } from '../../../lib/otp';
import { passphrase, popupWorld, type PopupWorld } from '../../support/popupWorld';
import { draft } from '../../support/vaultWorld';
import { eventually } from '../../support/eventually';

let world: PopupWorld;

beforeEach(async () => {
  world = await popupWorld({ now: 30_000 * 1000 });
  await world.parts.vaultStore.create(passphrase);
});

const shown = () => world.parts.accounts.shown.value.map(({ issuer }) => issuer);
const seen = (issuers: readonly string[]) => eventually(() => expect(shown()).toEqual(issuers));

async function add(...issuers: string[]): Promise<readonly string[]> {
  return world.vault.add(issuers.map((issuer) => draft(issuer)));
}

test('shows entries added by another page', async () => {
  await add('One', 'Two');
  await seen(['One', 'Two']);
});

test('locking empties the list and clears the search', async () => {
  await add('One');
  await seen(['One']);
  world.parts.accounts.query.value = 'on';
  await world.parts.vaultStore.lock();
  await eventually(() => expect(world.parts.accounts.all.value).toBeNull());
  expect(world.parts.accounts.query.value).toBe('');
});

test('deleting an account can be undone', async () => {
  const [first = ''] = await add('One', 'Two');
  const undo = await world.parts.accounts.remove([first]);
  await seen(['Two']);
  await undo();
  await seen(['One', 'Two']);
});

test('accounts move to any position of the manual order', async () => {
  const [one = '', two = '', three = ''] = await add('One', 'Two', 'Three');
  await seen(['One', 'Two', 'Three']);
  await world.parts.accounts.move(three, 'before', one);
  await seen(['Three', 'One', 'Two']);
  await world.parts.accounts.move(three, 'after', two);
  await seen(['One', 'Two', 'Three']);
  await world.parts.accounts.move(one, 'after', two);
  await seen(['Two', 'One', 'Three']);
});

test("an unpinned account can't be moved among the pinned accounts, nor a pinned account among the unpinned", async () => {
  const [one = '', two = '', three = ''] = await add('One', 'Two', 'Three');
  await world.vault.update(two, () => ({ pinned: true }));
  await seen(['Two', 'One', 'Three']);
  const before = await world.vault.list();
  await world.parts.accounts.move(one, 'before', two);
  await world.parts.accounts.move(two, 'after', three);
  expect(await world.vault.list()).toEqual(before);
});

test('a pair swapped a hundred times is in the right order every time', async () => {
  const [one = '', two = ''] = await add('One', 'Two', 'Three');
  await seen(['One', 'Two', 'Three']);
  for (let round = 0; round < 50; round++) {
    await world.parts.accounts.move(one, 'after', two);
    expect(shown()).toEqual(['Two', 'One', 'Three']);
    await world.parts.accounts.move(one, 'before', two);
    expect(shown()).toEqual(['One', 'Two', 'Three']);
  }
});

test('any sequence of moves gives the same order as the moves of a plain list', async () => {
  const issuers = ['A', 'B', 'C', 'D', 'E'];
  const ids = await add(...issuers);
  const place = fc.nat(issuers.length - 1);
  const side = fc.constantFrom('before', 'after');
  // Initial positions that are as close together as possible, so that new positions must be assigned often.
  const tight = issuers.map((_, at) => 1 + at * Number.EPSILON);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(place, side, place), { maxLength: 12 }), async (moves) => {
      for (const [at, id] of ids.entries())
        await world.vault.update(id, () => ({ position: tight[at] ?? 0 }));
      await world.parts.accounts.reload();
      expect(shown()).toEqual(issuers);
      let model: readonly string[] = issuers;
      for (const [from, where, to] of moves) {
        const [name = '', anchor = ''] = [issuers[from], issuers[to]];
        await world.parts.accounts.move(ids[from] ?? '', where, ids[to] ?? '');
        if (name !== anchor) {
          const others = model.filter((one) => one !== name);
          model = others.toSpliced(others.indexOf(anchor) + Number(where === 'after'), 0, name);
        }
        expect(shown()).toEqual(model);
      }
    }),
    { numRuns: 25 },
  );
});

test('the first screen appears with its codes, and after a lock no further code is shown', async () => {
  await add('One', 'Two');
  await world.parts.vaultStore.lock();
  await world.parts.vaultStore.unlock(passphrase);
  await seen(['One', 'Two']);
  const [one, two] = world.parts.accounts.shown.value;
  if (!one || !two) throw new Error('no accounts');
  expect(world.parts.codes.open(one).code.value).toMatch(/^\d{6}$/);
  await world.parts.vaultStore.lock();
  expect(world.parts.codes.open(two).code.value).toBeNull();
});

test('a code changes exactly at the boundary of its time step, and the next code shows for the last five seconds', async () => {
  await add('One');
  await seen(['One']);
  const [entry] = world.parts.accounts.shown.value;
  if (!entry) throw new Error('no account');
  const live = world.parts.codes.open(entry);
  await eventually(() => expect(live.code.value).toMatch(/^\d{6}$/));
  const first = live.code.value;
  world.tick(24_999);
  expect(live.next.value).toBeNull();
  world.tick(1);
  const next = live.next.value;
  expect(next).toMatch(/^\d{6}$/);
  world.tick(4_999);
  expect(live.code.value).toBe(first);
  world.tick(1);
  expect(live.code.value).toBe(next);
  expect(live.next.value).toBeNull();
  // The user may be in the middle of typing the previous code.
  expect(live.previous.value).toBe(first);
  world.tick(7_999);
  expect(live.previous.value).toBe(first);
  world.tick(1);
  expect(live.previous.value).toBeNull();
  live.close();
  expect(live.code.value).toBeNull();
});

test('an HOTP code is shown only after its next counter is saved', async () => {
  const hotp = makeOtp({ kind: 'hotp', secret: new TextEncoder().encode('12345678901234567890') });
  const [id = ''] = await world.vault.add([{ ...draft('Counter'), otp: hotp }]);
  const entry = await world.vault.get(id);
  expect(await world.parts.codes.take(entry)).toBe('755224');
  expect((await world.vault.get(id)).otp.counter).toBe(1);
  expect(await world.parts.codes.take(entry)).toBe('287082');
});

test("no HOTP code is shown if its counter can't be saved", async () => {
  const hotp = makeOtp({ kind: 'hotp', secret: new TextEncoder().encode('12345678901234567890') });
  const [id = ''] = await world.vault.add([{ ...draft('Counter'), otp: hotp }]);
  const entry = await world.vault.get(id);
  world.vault.update = async (one, change) => {
    change(await world.vault.get(one));
    throw new AppError('vault/read-only');
  };
  await expect(world.parts.codes.take(entry)).rejects.toMatchObject({ code: 'vault/read-only' });
});
