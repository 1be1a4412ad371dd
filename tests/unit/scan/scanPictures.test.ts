import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import type { QrPart, QrReading } from '../../../lib/qr';
import { qrCode, qrReading } from '../../support/qrReading';
import { uri, world, texts, picture } from './scanWorld';

describe('a scan of pictures', () => {
  test("displays a picture in which it found no code, and doesn't save the picture", async () => {
    const { store } = await world();
    await store.look(async () => ({ pictures: [''] }));
    expect(store.state.value).toEqual({ step: 'nothing', seen: '' });
    store.cancel();
    expect(store.state.value).toEqual({ step: 'idle' });
  });

  test('counts an unreadable picture among several, and reads the others', async () => {
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

  test('gives one account for a link on the page and its QR code', async () => {
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

  test('reads the fallback pictures only if no other picture contains a code', async () => {
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

  test('displays the fallback picture if no picture contains a code', async () => {
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

  test('names the missing part of a split message and shows nothing of the other parts', async () => {
    const { store, found } = await world(async () =>
      qrReading([], { parts: [part(uri('alice'), 0)] }),
    );
    await store.look(async () => ({ pictures: ['first'] }));
    expect(found()).toMatchObject({ candidates: [], others: [], unreadable: [] });
    expect(found().incomplete).toMatchObject([{ missing: [2], size: 2 }]);
  });

  test('reports that a picture may contain more codes', async () => {
    const { store, found } = await world(async () =>
      qrReading([uri('alice')], { truncated: true }),
    );
    await store.look(async () => ({ pictures: ['sheet'] }));
    expect(found().truncated).toBe(true);
  });
});

/** Returns a QR code part with the first or second half of a text. */
function part(text: string, index: 0 | 1): QrPart {
  const middle = text.length >> 1;
  const half = qrCode(index === 0 ? text.slice(0, middle) : text.slice(middle));
  return { ...half, index, size: 2, parity: '7' };
}
