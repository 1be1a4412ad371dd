import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { callService } from '../../../lib/authenticator/sync';
import { AppError } from '../../../lib/errors';
import { listen, type CallSync } from '../../../lib/messages';

const page = (path: string) => ({
  id: fakeBrowser.runtime.id,
  url: fakeBrowser.runtime.getURL(path),
});
const nothing = () => undefined;
const companion = () => Promise.resolve(new Response());

async function call(sync: CallSync, request: unknown, sender = page('/manage.html')) {
  fakeBrowser.reset();
  const later = Promise.withResolvers<unknown>();
  let refused = 0;
  listen(companion, () => refused++, nothing, sync);
  const message = { type: 'sync/call', request };
  const [claimed]: unknown[] = await fakeBrowser.runtime.onMessage.trigger(
    message,
    sender,
    later.resolve,
  );
  return { claimed, refused, answer: claimed === true ? await later.promise : null };
}

const request = { method: 'pause', parameters: [true] };
const echo: CallSync = (method, parameters) => Promise.resolve([method, parameters]);

test('responds to a sync call of the manage page', async () => {
  const { answer } = await call(echo, request);
  expect(answer).toEqual({ value: ['pause', [true]] });
});

test.each(['/popup.html', '/options.html', '/offscreen.html'])(
  'refuses sync calls of %s',
  async (path) => {
    const { claimed, refused } = await call(echo, request, page(path));
    expect(claimed).toBeUndefined();
    expect(refused).toBe(1);
  },
);

test('refuses sync calls of a web page', async () => {
  const sender = { id: fakeBrowser.runtime.id, url: 'https://example.com/manage.html' };
  expect((await call(echo, request, sender)).claimed).toBeUndefined();
});

test('refuses sync calls of another extension, whatever address it claims', async () => {
  const { claimed, refused } = await call(echo, request, { ...page('/manage.html'), id: 'other' });
  expect(claimed).toBeUndefined();
  expect(refused).toBe(1);
});

const fails: CallSync = () => Promise.reject(new AppError('sync/busy', { seconds: 9 }));
const leaks: CallSync = () => Promise.reject(new Error('secret inside'));

test("returns only the code and the facts of a failed sync call's error", async () => {
  expect((await call(fails, request)).answer).toEqual({
    failure: { code: 'sync/busy', facts: { seconds: 9 } },
  });
  expect((await call(leaks, request)).answer).toEqual({
    failure: { code: 'unexpected', facts: {} },
  });
});

test.each([null, {}, { method: 1, parameters: [] }, { method: 'pause' }])(
  'rejects a malformed sync call: %o',
  async (other) => {
    expect((await call(echo, other)).answer).toMatchObject({ failure: { code: 'unexpected' } });
  },
);

test.each(['constructor', 'toString', '__proto__', 'nothing'])(
  "rejects a sync call to '%s', which isn't a sync method",
  async (method) => {
    await expect(callService({} as never, method, [])).rejects.toThrow('No such call');
  },
);
