import { describe, expect, test } from 'vitest';
import type { Candidate, Choice } from '../../../lib/authenticator/import';
import { codeAt, makeOtp } from '../../../lib/otp';
import { writeMigrationUris } from '../../../lib/transfer';
import { uri, world, picture } from './scanWorld';

describe('a scan', () => {
  test('shows the account with its current code, and saves it', async () => {
    const { store, found, entries } = await world();
    await store.look(async () => picture(uri('alice')));
    const [candidate] = found().candidates;
    expect(candidate).toMatchObject({ choice: 'add', known: null });
    expect(store.codeOf(candidate as Candidate)).toBe('287 082');
    expect(await store.save()).toMatchObject({ count: 1 });
    expect(await entries()).toMatchObject([{ issuer: 'Example', account: 'alice' }]);
    expect(store.state.value.step).toBe('idle');
  });

  test("remembers the page's host only if the scan finds a single account", async () => {
    const { store, entries, scanned } = await world();
    const on = (host: string, ...lines: readonly string[]) =>
      store.look(async () => ({ ...picture(...lines), host }));
    await on('shop.example', uri('alice'));
    await store.save();
    const [alice] = await entries();
    expect(scanned).toEqual([{ id: alice?.id, host: 'shop.example' }]);
    await on('mail.example', uri('bo', 'JBSWY3DPEHPK3PXP'), uri('cy', 'GEZDGNBVGY3TQOJR'));
    await store.save();
    await on('mail.example', uri('di', 'GEZDGNBVGY3TQOJS'));
    await store.look(async () => picture(uri('ed', 'GEZDGNBVGY3TQOJT')));
    await store.save();
    expect(await entries()).toHaveLength(4);
    expect(scanned).toHaveLength(1);
  });

  test('skips an account that the vault already has, unless the user chooses otherwise', async () => {
    const { store, found, entries } = await world();
    await store.look(async () => picture(uri('alice')));
    await store.save();
    await store.look(async () => picture(uri('alice')));
    expect(found().candidates).toMatchObject([{ choice: 'skip', known: { same: 'secret' } }]);
    expect(await store.save()).toMatchObject({ count: 0 });
    expect(await entries()).toHaveLength(1);
  });

  test.each<[Choice, number, string]>([
    ['add', 2, 'keeps both'],
    ['replace', 1, 'puts the new secret in the place of the old one'],
    ['skip', 1, 'leaves the vault as it is'],
  ])(
    'that finds a new secret for an account in the vault follows the choice "%s"',
    async (choice, count) => {
      const { store, found, entries } = await world();
      await store.look(async () => picture(uri('alice')));
      await store.save();
      const [old] = (await entries()).map(({ otp }) => otp.secret);
      await store.look(async () => picture(uri('alice', 'JBSWY3DPEHPK3PXP')));
      expect(found().candidates[0]?.known?.same).toBe('names');
      store.choose(0, choice);
      await store.save();
      expect(await entries()).toHaveLength(count);
      expect(
        (await entries()).some(({ otp }) => Buffer.from(otp.secret).equals(old ?? Buffer.alloc(0))),
      ).toBe(choice !== 'replace');
    },
  );

  test('can undo the replacement of a secret', async () => {
    const { store, entries } = await world();
    await store.look(async () => picture(uri('alice')));
    await store.save();
    const before = await entries();
    await store.look(async () => picture(uri('alice', 'JBSWY3DPEHPK3PXP')));
    store.choose(0, 'replace');
    const { undo } = await store.save();
    expect((await entries())[0]?.otp).not.toEqual(before[0]?.otp);
    await undo();
    expect((await entries()).map(({ otp }) => otp)).toEqual(before.map(({ otp }) => otp));
  });

  test('saves an account that needs a PIN once the PIN is entered', async () => {
    const { store, found, entries } = await world();
    const motp = 'motp://Work:dave?secret=e3152afee62599c8';
    await store.look(async () => picture(motp));
    expect(found().candidates).toMatchObject([{ asksPin: true }]);
    expect(await store.save()).toMatchObject({ count: 0 });
    await store.look(async () => picture(motp));
    store.setPin(0, '1234');
    expect(await store.save()).toMatchObject({ count: 1 });
    expect((await entries()).map(({ otp }) => codeAt(otp, 165_892_298_000))).toEqual(['e7d8b6']);
  });

  test('saves only the checked accounts', async () => {
    const { store, found, entries } = await world();
    await store.look(async () => picture(uri('a'), uri('b'), uri('c')));
    expect(found().candidates).toHaveLength(3);
    store.choose(1, 'skip');
    store.rename(2, { account: 'carol' });
    expect(await store.save()).toMatchObject({ count: 2 });
    expect((await entries()).map(({ account }) => account)).toEqual(['a', 'carol']);
  });

  test('continues an export in several codes where the last scan ended', async () => {
    const accounts = Array.from({ length: 12 }, (_, i) => ({
      issuer: 'Example',
      account: `account ${i}`,
      otp: makeOtp({ kind: 'totp', secret: new Uint8Array(20).fill(i + 1) }),
    }));
    const [first = '', second = ''] = writeMigrationUris(accounts, 5);
    const { store, found, entries } = await world();
    await store.look(async () => picture(first));
    expect(found().batches).toMatchObject([{ size: 2, missing: [2] }]);
    await store.save();
    await store.look(async () => picture(second));
    expect(found().batches).toMatchObject([{ size: 2, missing: [] }]);
    expect(found().candidates.filter(({ choice }) => choice === 'add')).toHaveLength(2);
    await store.save();
    expect(await entries()).toHaveLength(12);
  });
});
