import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findColumnMapping, saveColumnMapping } from '../../../lib/authenticator/state';

beforeEach(() => fakeBrowser.reset());

test('finds a column mapping only for the same columns in the same order', async () => {
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

test('saves a mapping for columns that are named like object properties', async () => {
  for (const columns of [['__proto__'], ['constructor'], []]) {
    expect(await findColumnMapping(columns)).toBeNull();
    await saveColumnMapping(columns, { secret: 0 });
    expect(await findColumnMapping(columns)).toEqual({ secret: 0 });
  }
});

test('a new mapping replaces the earlier mapping of the same columns', async () => {
  await saveColumnMapping(['a', 'b'], { secret: 0 });
  await saveColumnMapping(['a', 'b'], { secret: 1 });
  expect(await findColumnMapping(['a', 'b'])).toEqual({ secret: 1 });
});

test('keeps 50 column mappings and drops the oldest', async () => {
  for (let i = 0; i <= 50; i++) await saveColumnMapping([`column ${i}`], { secret: i });
  expect(await findColumnMapping(['column 0'])).toBeNull();
  expect(await findColumnMapping(['column 1'])).toEqual({ secret: 1 });
  expect(await findColumnMapping(['column 50'])).toEqual({ secret: 50 });
});

test('finds no column mapping if the stored value is damaged', async () => {
  await saveColumnMapping(['a'], { secret: 0 });
  const [key = ''] = Object.keys(await fakeBrowser.storage.local.get());
  await fakeBrowser.storage.local.set({ [key]: 'not a table' });
  expect(await findColumnMapping(['a'])).toBeNull();
});
