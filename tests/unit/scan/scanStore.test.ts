import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createScanStore, type ScanDeps } from '../../../components/stores/createScanStore';
import type { Candidate, Choice } from '../../../lib/authenticator/import';
import { AppError } from '../../../lib/errors';
import { codeAt, groupCode, makeOtp, needsPin } from '../../../lib/otp';
import type { QrPart, QrReading } from '../../../lib/qr';
import { interpret } from '../../../lib/authenticator/import';
import { writeMigrationUris } from '../../../lib/transfer';
import { qrCode, qrReading } from '../../support/qrReading';
import { shelf } from '../../support/shelf';

const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const uri = (account: string, secret = key) =>
  `otpauth://totp/Example:${account}?secret=${secret}&issuer=Example`;

async function world(read: ScanDeps['read'] = async (source) => qrReading(texts(source))) {
  const { vault, entries } = await shelf();
  let held: readonly string[] = [];
  const scanned: { id: string; host: string }[] = [];
  const store = createScanStore({
    vault,
    read,
    interpret,
    parts: {
      read: async () => held,
      write: async (uris) => {
        held = uris;
      },
    },
    pins: { needsPin, makeOtp },
    codeAt,
    groupCode,
    second: signal(59_000),
    onScanned: async (one) => void scanned.push(one),
  });
  const found = () => {
    if (store.state.value.step !== 'found') throw new Error(store.state.value.step);
    return store.state.value;
  };
  return { store, found, entries, scanned };
}

/** In these tests a picture is the texts of its codes, one per line. */
const texts = (source: Blob | string) => (source as string).split('\n').filter(Boolean);
const picture = (...lines: readonly string[]) => ({ pictures: [lines.join('\n')] });

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

  test('remembers the host of the page for one account, and for no other scan', async () => {
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

  test('skips an account that the vault already has unless told otherwise', async () => {
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
  ])('a new secret for an account in the vault: %s', async (choice, count) => {
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
  });

  test('undoes replacing a secret', async () => {
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

  test('saves an account without its PIN once the PIN is entered', async () => {
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

  test('saves the checked accounts only', async () => {
    const { store, found, entries } = await world();
    await store.look(async () => picture(uri('a'), uri('b'), uri('c')));
    expect(found().candidates).toHaveLength(3);
    store.choose(1, 'skip');
    store.rename(2, { account: 'carol' });
    expect(await store.save()).toMatchObject({ count: 2 });
    expect((await entries()).map(({ account }) => account)).toEqual(['a', 'carol']);
  });

  test('an export in parts continues where the last scan ended', async () => {
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

  test('shows a picture without a code again, without saving it', async () => {
    const { store } = await world();
    await store.look(async () => ({ pictures: [''] }));
    expect(store.state.value).toEqual({ step: 'nothing', seen: '' });
    store.cancel();
    expect(store.state.value).toEqual({ step: 'idle' });
  });

  test('counts one unreadable picture among several, and reads the others', async () => {
    const { store, found } = await world(async (source) => {
      if (source === 'bad') throw new AppError('scan/bad-image');
      return qrReading(texts(source));
    });
    await store.look(async () => ({ pictures: ['bad', uri('alice')] }));
    expect(found()).toMatchObject({ unread: 1, candidates: [{ account: { account: 'alice' } }] });
    await store.look(async () => ({ pictures: ['bad'] }));
    expect(store.state.value).toMatchObject({ step: 'failed', error: { code: 'scan/bad-image' } });
  });

  test("reports a page that can't be captured", async () => {
    const { store } = await world();
    await store.look(() => Promise.reject(new AppError('scan/forbidden-page')));
    expect(store.state.value).toMatchObject({ error: { code: 'scan/forbidden-page' } });
  });

  test('a link on the page and its picture are one account', async () => {
    const { store, found } = await world();
    await store.look(async () => ({ ...picture(uri('alice')), texts: [uri('alice'), uri('bob')] }));
    expect(found().candidates.map(({ account }) => account.account)).toEqual(['alice', 'bob']);
  });

  test('discards the result of a canceled scan', async () => {
    const { promise, resolve } = Promise.withResolvers<QrReading>();
    const { store } = await world(() => promise);
    const looking = store.look(async () => ({ pictures: ['x'] }));
    expect(store.state.value.step).toBe('looking');
    store.cancel();
    resolve(qrReading([uri('alice')]));
    await looking;
    expect(store.state.value.step).toBe('idle');
  });

  test('reads the fallback pictures only if the others contain no code', async () => {
    const read: string[] = [];
    const { store, found } = await world(async (source) => {
      read.push(source as string);
      return qrReading(texts(source));
    });
    await store.look(async () => ({ pictures: [uri('alice')], fallbacks: [uri('bob')] }));
    expect(found().candidates).toMatchObject([{ account: { account: 'alice' } }]);
    expect(read).toEqual([uri('alice')]);
    await store.look(async () => ({ pictures: [''], fallbacks: [uri('bob')] }));
    expect(found()).toMatchObject({
      candidates: [{ account: { account: 'bob' } }],
      seen: uri('bob'),
    });
  });

  test('shows the fallback picture if neither contains a code', async () => {
    const { store } = await world(async (source) => {
      if (source === 'bad') throw new AppError('scan/bad-image');
      return qrReading();
    });
    await store.look(async () => ({ pictures: ['bad'], fallbacks: ['screenshot'] }));
    expect(store.state.value).toEqual({ step: 'nothing', seen: 'screenshot' });
  });

  test('joins the parts of a message from two pictures', async () => {
    const whole = uri('alice');
    const { store, found } = await world(async (source) =>
      qrReading([], { parts: [part(whole, source === 'first' ? 0 : 1)] }),
    );
    await store.look(async () => ({ pictures: ['second', 'first'] }));
    expect(found()).toMatchObject({
      candidates: [{ account: { account: 'alice' } }],
      incomplete: [],
    });
  });

  test('names the missing part of a message and shows nothing of the others', async () => {
    const { store, found } = await world(async () =>
      qrReading([], { parts: [part(uri('alice'), 0)] }),
    );
    await store.look(async () => ({ pictures: ['first'] }));
    expect(found()).toMatchObject({ candidates: [], others: [], unreadable: [] });
    expect(found().incomplete).toMatchObject([{ missing: [2], size: 2 }]);
  });

  test('reports that a picture may contain more', async () => {
    const { store, found } = await world(async () =>
      qrReading([uri('alice')], { truncated: true }),
    );
    await store.look(async () => ({ pictures: ['sheet'] }));
    expect(found().truncated).toBe(true);
  });
});

/** Returns one of two halves of a text. */
function part(text: string, index: 0 | 1): QrPart {
  const middle = text.length >> 1;
  const half = qrCode(index === 0 ? text.slice(0, middle) : text.slice(middle));
  return { ...half, index, size: 2, parity: '7' };
}
