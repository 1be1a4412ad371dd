import { beforeEach, expect, test } from 'vitest';
import { batchReads } from '../../../components/stores/batchReads';
import { passphrase, popupWorld, type PopupWorld } from '../../support/popupWorld';
import { draft } from '../../support/vaultWorld';

let world: PopupWorld;
let readings: (readonly string[])[];
let read: (id: string) => Promise<{ readonly issuer: string }>;

beforeEach(async () => {
  world = await popupWorld({ now: 30_000 * 1000 });
  await world.parts.vaultStore.create(passphrase);
  readings = [];
  read = batchReads({
    get: (id) => world.vault.get(id),
    getMany: (ids) => {
      readings.push([...ids]);
      return world.vault.getMany(ids);
    },
  });
});

const add = (...issuers: string[]) => world.vault.add(issuers.map((issuer) => draft(issuer)));

test('decrypts all codes of the first screen in one read of the vault', async () => {
  const ids = await add('One', 'Two', 'Three');
  const entries = await Promise.all(ids.map((id) => read(id)));
  expect(entries.map(({ issuer }) => issuer)).toEqual(['One', 'Two', 'Three']);
  expect(readings).toEqual([ids]);
});

test('decrypts the code of a later row when the row appears', async () => {
  const [one = '', two = ''] = await add('One', 'Two');
  await read(one);
  await read(two);
  expect(readings).toEqual([[one], [two]]);
});

test("an account that can't be decrypted doesn't affect the others", async () => {
  const [one = ''] = await add('One');
  const answers = await Promise.allSettled([read('gone'), read(one)]);
  expect(answers).toMatchObject([
    { status: 'rejected', reason: { code: 'vault/no-entry' } },
    { status: 'fulfilled', value: { issuer: 'One' } },
  ]);
});
