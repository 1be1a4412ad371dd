import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findColumnMapping, saveColumnMapping } from '../../../lib/authenticator/state';

beforeEach(() => fakeBrowser.reset());

test('a mapping is found again by the same columns in the same order, and by no others', async () => {
  await saveColumnMapping(['Wo', 'Wer', 'Was'], { issuer: 0, account: 1, secret: 2 });
  expect(await findColumnMapping(['Wo', 'Wer', 'Was'])).toEqual({
    issuer: 0,
    account: 1,
    secret: 2,
  });
  expect(await findColumnMapping(['Was', 'Wer', 'Wo'])).toBeNull();
  expect(await findColumnMapping(['Wo', 'Wer'])).toBeNull();
  expect(await findColumnMapping(['Wo,Wer', 'Was'])).toBeNull();
});

test('names of columns that every object has are names like others', async () => {
  for (const columns of [['__proto__'], ['constructor'], []]) {
    expect(await findColumnMapping(columns)).toBeNull();
    await saveColumnMapping(columns, { secret: 0 });
    expect(await findColumnMapping(columns)).toEqual({ secret: 0 });
  }
});

test('a later mapping of the same columns replaces the earlier one', async () => {
  await saveColumnMapping(['a', 'b'], { secret: 0 });
  await saveColumnMapping(['a', 'b'], { secret: 1 });
  expect(await findColumnMapping(['a', 'b'])).toEqual({ secret: 1 });
});

test('fifty tables are remembered, of more the oldest is forgotten', async () => {
  for (let i = 0; i <= 50; i++) await saveColumnMapping([`column ${i}`], { secret: i });
  expect(await findColumnMapping(['column 0'])).toBeNull();
  expect(await findColumnMapping(['column 1'])).toEqual({ secret: 1 });
  expect(await findColumnMapping(['column 50'])).toEqual({ secret: 50 });
});

test('a damaged memory is an empty one', async () => {
  await saveColumnMapping(['a'], { secret: 0 });
  const [key = ''] = Object.keys(await fakeBrowser.storage.local.get());
  await fakeBrowser.storage.local.set({ [key]: 'not a table' });
  expect(await findColumnMapping(['a'])).toBeNull();
});
