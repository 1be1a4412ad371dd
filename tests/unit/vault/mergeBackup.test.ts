import { describe, expect, test } from 'vitest';
import { makeOtp } from '../../../lib/otp';
import type { EntryDraft, SecureVault } from '../../../lib/vault';
import { draft, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';
const second = 1000;

/** Returns two vaults with the same entry and a common clock. */
async function twoVaults(given: EntryDraft = draft('GitHub')) {
  const time = { now: 1_700_000_000_000 };
  const clock = () => (time.now += second);
  const create = async () => {
    const vault = (await vaultWorld(clock)).open();
    await vault.create(passphrase);
    return vault;
  };
  const [a, b] = [await create(), await create()];
  const [id = ''] = await a.add([given]);
  await mergeInto(b, a);
  return { a, b, id };
}

async function mergeInto(target: SecureVault, source: SecureVault) {
  const { bytes } = await source.backups.make();
  const preview = await target.backups.read(bytes, passphrase);
  if (!preview) throw new Error('No backup');
  return target.backups.restore(preview, 'merge');
}

const otpOf = (byte: number) => makeOtp({ secret: new Uint8Array(20).fill(byte) });

const use = (vault: SecureVault, id: string) =>
  vault.update(id, ({ useCount }) => ({ useCount: useCount + 1, usedAt: 1 }));

describe('merging a backup', () => {
  test('keeps the additions of both vaults, even if a code was copied after the backup', async () => {
    const { a, b, id } = await twoVaults();
    await b.update(id, () => ({
      note: 'work',
      backupCodes: [{ code: 'one', usedAt: null }],
      tags: ['b'],
    }));
    await a.update(id, () => ({ tags: ['a'] }));
    await use(a, id);
    await mergeInto(a, b);
    const entry = await a.get(id);
    expect(entry).toMatchObject({ note: 'work', backupCodes: [{ code: 'one' }], useCount: 1 });
    expect(entry.tags.toSorted()).toEqual(['a', 'b']);
  });

  test('never makes a used backup code unused', async () => {
    const codes = [{ code: 'one', usedAt: null }];
    const { a, b, id } = await twoVaults({ ...draft('GitHub'), backupCodes: codes });
    await a.update(id, () => ({ backupCodes: [{ code: 'one', usedAt: 7 }] }));
    await use(b, id);
    await b.update(id, () => ({ note: 'later' }));
    await mergeInto(a, b);
    expect(await a.get(id)).toMatchObject({
      note: 'later',
      backupCodes: [{ code: 'one', usedAt: 7 }],
    });
  });

  test('never decreases an HOTP counter', async () => {
    const otp = makeOtp({ kind: 'hotp', secret: new Uint8Array(20).fill(1) });
    const { a, b, id } = await twoVaults({ ...draft('Bank'), otp });
    await a.update(id, (entry) => ({ otp: { ...entry.otp, counter: 5 } }));
    await b.update(id, () => ({ note: 'later' }));
    await mergeInto(a, b);
    expect(await a.get(id)).toMatchObject({ note: 'later', otp: { counter: 5 } });
  });

  test("moves an account to the trash or back if the backup's change is newer", async () => {
    const { a, b, id } = await twoVaults();
    await b.remove([id]);
    await mergeInto(a, b);
    expect(await a.list()).toEqual([]);
    await a.restore([id]);
    await mergeInto(b, a);
    expect(await b.list()).toHaveLength(1);
  });

  test('keeps both secrets if each vault replaced its secret', async () => {
    const { a, b, id } = await twoVaults();
    await a.update(id, () => ({ otp: otpOf(1) }));
    await b.update(id, () => ({ otp: otpOf(2) }));
    await mergeInto(a, b);
    expect((await a.get(id)).otp.secret[0]).toBe(2);
    const [copy] = await a.trash.list();
    expect((await a.get(copy?.id ?? '')).otp.secret[0]).toBe(1);
  });

  test('never overwrites a newer edit with an older one', async () => {
    const { a, id } = await twoVaults();
    const { bytes } = await a.backups.make();
    await a.update(id, () => ({ note: 'newer' }));
    const preview = await a.backups.read(bytes, passphrase);
    if (preview) await a.backups.restore(preview, 'merge');
    expect(await a.get(id)).toMatchObject({ note: 'newer' });
  });

  test('can be undone', async () => {
    const { a, b, id } = await twoVaults();
    await b.update(id, () => ({ note: 'work' }));
    const undo = await mergeInto(a, b);
    await undo();
    expect(await a.get(id)).toMatchObject({ note: '' });
  });

  test("doesn't put change stamps, which contain overwritten secrets, into lists", async () => {
    const { a } = await twoVaults();
    const [summary] = await a.list();
    expect(Object.keys(summary ?? {})).not.toContain('sync');
  });
});

describe('copying a code', () => {
  test("makes no backup due and isn't an edit of the account", async () => {
    const { a, id } = await twoVaults();
    await a.backups.change({ target: 'downloads', everyChanges: 1 });
    const backup = await a.backups.make();
    await a.backups.recordBackup(backup);
    const { updatedAt } = await a.get(id);
    for (let count = 0; count < 20; count++) await use(a, id);
    expect(await a.backups.status()).toMatchObject({ changesSince: 0, due: false });
    expect(await a.get(id)).toMatchObject({ updatedAt, useCount: 20 });
    await a.update(id, () => ({ note: 'a change' }));
    expect(await a.backups.status()).toMatchObject({ changesSince: 1, due: true });
  });
});
