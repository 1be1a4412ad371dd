import { describe, expect, test } from 'vitest';
import { inProcessDerive, systemRandom } from '../../../lib/crypto';
import { makeOtp } from '../../../lib/otp';
import type { ImportedAccount } from '../../../lib/transfer';
import { writeBitwarden } from '../../../lib/transfer/writeBitwarden';
import { shelf } from '../../support/shelf';
import { samples } from './fixtures';
import { importInto, text } from './importInto';

const { plain, sha256 } = samples;

const tools = { password: '', derive: inProcessDerive, random: systemRandom, now: 0 };

/** Returns a Bitwarden export, which holds sites, favorites and one tag. */
const file = (...accounts: ImportedAccount[]) => text(writeBitwarden(accounts, tools).text);

describe('an account that the vault has already', () => {
  const ours = { ...plain, tags: ['Work'], hosts: ['github.com'], note: 'ours' };
  const theirs = { ...plain, tags: ['Money'], hosts: ['github.com', 'gist.github.com'] };

  test('gets the tags, linked sites and pin that it lacks, and loses nothing', async () => {
    const kept = await shelf([ours, sha256]);
    const [before] = await kept.entries();
    const store = importInto(kept);
    await store.open([file({ ...theirs, pinned: true }, sha256)]);
    const lacks = { tags: ['Money'], hosts: ['gist.github.com'], pinned: true };
    expect(store.state.value).toMatchObject({
      rows: [{ known: { same: 'secret', lacks }, choice: 'merge' }, { choice: 'skip' }],
    });
    const { count, undo } = await store.save();
    expect(count).toBe(1);
    expect(await kept.entries()).toMatchObject([
      {
        ...ours,
        id: before?.id,
        tags: ['Work', 'Money'],
        hosts: ['github.com', 'gist.github.com'],
        pinned: true,
      },
      sha256,
    ]);
    expect(await kept.vault.trash.list()).toEqual([]);
    await undo();
    expect(await kept.entries()).toMatchObject([{ ...ours, pinned: false }, sha256]);
  });

  test('stays the same if the file has nothing more, or if the user unchecks it', async () => {
    const kept = await shelf([ours]);
    const store = importInto(kept);
    await store.open([file({ ...plain, hosts: ['github.com'] })]);
    expect(store.state.value).toMatchObject({ rows: [{ choice: 'skip' }] });
    await store.open([file(theirs)]);
    store.chooseAll(new Set([0]), false);
    await store.save();
    expect(await kept.entries()).toMatchObject([ours]);
    await store.open([file(theirs)]);
    store.chooseAll(new Set([0]), false);
    store.chooseAll(new Set([0]), true);
    await store.save();
    expect(await kept.entries()).toMatchObject([{ tags: ['Work', 'Money'] }]);
  });

  test('gets the labels of each of two files', async () => {
    const kept = await shelf([ours]);
    const store = importInto(kept);
    await store.open([file(theirs), file({ ...plain, tags: ['Money', 'Old'], pinned: true })]);
    expect(store.state.value).toMatchObject({ rows: [{ choice: 'merge' }, { choice: 'merge' }] });
    await store.save();
    expect(await kept.entries()).toMatchObject([{ tags: ['Work', 'Money'], pinned: true }]);
  });

  test.each([
    ['only the names are the same', { otp: sha256.otp }, 'names'],
    ['the settings differ', { otp: makeOtp({ ...plain.otp, digits: 8 }) }, 'settings'],
  ])('gets no linked site of a file if %s', async (_, other, same) => {
    const kept = await shelf([ours]);
    const store = importInto(kept);
    await store.open([file({ ...theirs, ...other, hosts: ['evil.example'] })]);
    const { step } = store.state.value;
    const rows = step === 'preview' ? store.state.value.rows : [];
    expect(rows.map(({ known }) => [known?.same, known?.lacks])).toEqual([[same, undefined]]);
    store.chooseAll(new Set([0]), true);
    await store.save();
    const [entry] = await kept.entries();
    expect(entry).toMatchObject({ hosts: ours.hosts, tags: ours.tags });
  });
});
