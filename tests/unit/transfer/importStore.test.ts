import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { codeAt, formatOtpUri, makeOtp } from '../../../lib/otp';
import { shelf } from '../../support/shelf';
import { samples } from './fixtures';
import { importInto, text, uri } from './importInto';

/** Returns an account as stored in the vault. `byte` determines the account's key. */
const old = (issuer: string, account: string, byte: number) => ({
  issuer,
  account,
  otp: makeOtp({ secret: new Uint8Array(20).fill(byte) }),
  pinned: true,
  note: 'ours',
});

describe('an import', () => {
  test('preselects new accounts, and marks accounts that the vault has by secret or by name', async () => {
    const { plain, steam, hotp } = samples;
    const kept = await shelf([
      plain,
      { ...steam, otp: { ...steam.otp, secret: new Uint8Array(20) } },
    ]);
    const store = importInto(kept);
    await store.open([text([plain, steam, hotp, hotp].map(formatOtpUri).join('\n'))]);
    const state = store.state.value;
    if (state.step !== 'preview') throw new Error(state.step);
    expect(state.rows.map(({ known, choice }) => [known?.same ?? 'new', choice])).toEqual([
      ['secret', 'skip'],
      ['names', 'add'],
      ['new', 'add'],
      ['new', 'skip'],
    ]);
    const { count, undo } = await store.save();
    expect(count).toBe(2);
    expect(await kept.entries()).toHaveLength(4);
    await undo();
    expect(await kept.entries()).toHaveLength(2);
    expect(store.state.value).toEqual({ step: 'idle' });
  });

  test('marks an account whose secret is in the vault as a duplicate if only the names differ, and as a conflict if the settings differ', async () => {
    const { plain, hotp } = samples;
    const kept = await shelf([{ ...plain, issuer: 'Renamed', account: 'by me' }, hotp]);
    const store = importInto(kept);
    const later = { ...hotp, otp: { ...hotp.otp, counter: 9 } };
    await store.open([text([plain, later].map(formatOtpUri).join('\n'))]);
    expect(store.state.value).toMatchObject({
      rows: [
        { known: { same: 'secret', issuer: 'Renamed' }, choice: 'skip' },
        { known: { same: 'settings' }, choice: 'skip' },
      ],
    });
  });

  test('succeeds despite a damaged entry or a locked vault', async () => {
    const { plain, steam } = samples;
    const { vault } = await shelf([plain, steam]);
    const [damaged] = await vault.list();
    const broken = {
      ...vault,
      getMany: (ids: readonly string[]) =>
        ids.includes(damaged?.id ?? '')
          ? Promise.reject(new AppError('vault/tampered'))
          : vault.getMany(ids),
    };
    const store = importInto({ vault: broken });
    await store.open([text([plain, steam].map(formatOtpUri).join('\n'))]);
    expect(store.state.value).toMatchObject({
      rows: [{ known: { same: 'names' } }, { known: { same: 'secret' } }],
    });
    await vault.lock();
    await store.open([text(formatOtpUri(plain))]);
    expect(store.state.value).toMatchObject({ step: 'failed', error: { code: 'vault/locked' } });
  });

  test('can replace an entry, which changes only its secret and settings and can be undone', async () => {
    const { plain, sha256, steam } = samples;
    const kept = await shelf([
      old(plain.issuer, plain.account, 1),
      old(sha256.issuer, sha256.account, 2),
    ]);
    const before = await kept.entries();
    const [first] = before;
    await kept.vault.update(first?.id ?? '', () => ({ useCount: 5 }));
    const store = importInto(kept);
    await store.open([text([plain, sha256, steam].map(formatOtpUri).join('\n'))]);
    store.chooseConflicts('replace');
    const { count, undo } = await store.save();
    expect(count).toBe(3);
    const after = await kept.entries();
    expect(after).toMatchObject([
      { id: first?.id, otp: plain.otp, pinned: true, note: 'ours', useCount: 5 },
      { id: before[1]?.id, otp: sha256.otp, pinned: true, note: 'ours' },
      { issuer: 'Steam', otp: steam.otp },
    ]);
    await undo();
    expect((await kept.entries()).map(({ id, otp }) => ({ id, otp }))).toEqual(
      before.map(({ id, otp }) => ({ id, otp })),
    );
    expect(await kept.vault.trash.list()).toMatchObject([{ issuer: 'Steam' }]);
  });

  test('adds the second account if two accounts would replace the same entry', async () => {
    const { plain } = samples;
    const secrets = [1, 2, 3].map((byte) => new Uint8Array(20).fill(byte));
    const [ours, ...theirs] = secrets.map((secret) => ({ ...plain, otp: makeOtp({ secret }) }));
    const kept = await shelf(ours && [ours]);
    const store = importInto(kept);
    await store.open([text(theirs.map(formatOtpUri).join('\n'))]);
    store.chooseConflicts('replace');
    await store.save();
    expect((await kept.entries()).map(({ otp }) => otp.secret)).toEqual(secrets.slice(1));
  });

  test('skips an account without its PIN until the PIN is entered', async () => {
    const { motp, yandex } = samples;
    const kept = await shelf();
    const store = importInto(kept);
    const uris = [motp, yandex].map((each) => formatOtpUri(each).replace(/&pin=\w+/, ''));
    await store.open([text(uris.join('\n'))]);
    expect(store.state.value).toMatchObject({ rows: [{ asksPin: true }, { asksPin: true }] });
    store.setPin(0, '12 34');
    store.setPin(1, ' 7586 ');
    expect(await store.save()).toMatchObject({ count: 1 });
    expect((await kept.entries()).map(({ otp }) => codeAt(otp, 1_581_064_020_000))).toEqual([
      'oactmacq',
    ]);
  });

  test("doesn't import an unchecked account", async () => {
    const kept = await shelf();
    const store = importInto(kept);
    await store.open([text([samples.plain, samples.hotp].map(formatOtpUri).join('\n'))]);
    store.choose(0, 'skip');
    await store.save();
    expect((await kept.entries()).map(({ issuer }) => issuer)).toEqual([samples.hotp.issuer]);
  });

  test('selects all accounts of a file that share a secret under different names', async () => {
    const list = [uri('a'), uri('b'), uri('a'), uri('c', '&algorithm=SHA256')].join('\n');
    const store = importInto(await shelf());
    await store.open([text(list)]);
    expect(store.state.value).toMatchObject({
      rows: [
        { choice: 'add', repeats: null },
        { choice: 'add', repeats: null },
        { choice: 'skip', repeats: 'One' },
        { choice: 'add', repeats: null },
      ],
    });
  });

  test('reports an account of a second file that repeats an account of the first file', async () => {
    const store = importInto(await shelf());
    await store.open([text(uri('a')), text(uri('other'))]);
    expect(store.state.value).toMatchObject({
      rows: [{ choice: 'add' }, { choice: 'skip', repeats: 'One' }],
    });
  });
});
