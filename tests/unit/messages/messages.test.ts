import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AppError } from '../../../lib/errors';
import { companionBase, companionFetch, listen } from '../../../lib/messages';

const page = (path: string) => fakeBrowser.runtime.getURL(path);
const ours = { id: fakeBrowser.runtime.id, url: page('/options.html') };

const wire = { path: '/echo?x=1', method: 'POST', headers: { a: 'b' }, body: '{"c":"d"}' };
const message = (request: unknown = wire) => ({ type: 'companion/fetch', request });

const nothing = () => undefined;

/** A companion service that returns the request it received. */
const echo = async (request: Request) =>
  Response.json({
    url: request.url,
    method: request.method,
    a: request.headers.get('a'),
    agent: request.headers.get('x-user-agent'),
    body: await request.text(),
  });

/**
 * Delivers a message as the browser does. Returns the listener's synchronous return value and its later response.
 */
async function deliver(sent: unknown, sender: object) {
  const later = Promise.withResolvers<unknown>();
  const [claimed]: unknown[] = await fakeBrowser.runtime.onMessage.trigger(
    sent,
    sender,
    later.resolve,
  );
  return { claimed, answer: claimed === true ? await later.promise : null };
}

beforeEach(() => fakeBrowser.reset());

describe("the companion's message listener", () => {
  test('responds to a request of the options page', async () => {
    listen(echo, nothing, nothing);
    const { claimed, answer } = await deliver(message(), ours);
    expect(claimed).toBe(true);
    expect(answer).toEqual({
      status: 200,
      body: JSON.stringify({
        url: `${companionBase}/echo?x=1`,
        method: 'POST',
        a: 'b',
        agent: null,
        body: '{"c":"d"}',
      }),
    });
  });

  test('decides synchronously whether a message is for the companion', async () => {
    listen(echo, nothing, nothing);
    const synchronous: unknown[] = [];
    fakeBrowser.runtime.onMessage.addListener(() => undefined);
    for (const other of [
      null,
      'text',
      7,
      {},
      { type: 'else', request: wire },
      { type: 'toString', request: 1 },
    ])
      synchronous.push((await deliver(other, ours)).claimed);
    expect(synchronous).toEqual(Array.from({ length: 6 }, () => undefined));
  });

  test.each([
    [
      'a content script in a web page',
      { id: ours.id, url: 'https://evil.example/options.html', tab: {} },
    ],
    ['a web page', { url: 'https://evil.example/options.html' }],
    ['another extension', { id: 'other', url: 'chrome-extension://other/options.html' }],
    ['a page with a copied path', { id: ours.id, url: `https://evil.example/${ours.url}` }],
    ['an unknown sender', {}],
    ['the popup', { id: ours.id, url: page('/popup.html') }],
    ["the authenticator's page", { id: ours.id, url: page('/manage.html') }],
  ])('80: refuses a message of %s and reports it', async (_, sender) => {
    const refused = vi.fn();
    const served = vi.fn(echo);
    listen(served, refused, nothing);
    expect((await deliver(message(), sender)).claimed).toBeUndefined();
    expect(served).not.toHaveBeenCalled();
    expect(refused).toHaveBeenCalledOnce();
  });

  test.each([
    null,
    'text',
    {},
    { ...wire, path: 'https://evil.example/' },
    { ...wire, path: 7 },
    { ...wire, method: 'NOT A METHOD' },
    { ...wire, method: 'GET' },
    { ...wire, headers: { a: 1 } },
    { ...wire, headers: { 'not a header': 'x' } },
    { ...wire, body: { c: 'd' } },
  ])('81: responds 400 to an invalid request: %j', async (request) => {
    listen(echo, nothing, nothing);
    expect((await deliver(message(request), ours)).answer).toMatchObject({ status: 400 });
  });

  test('81: responds 500 without details if the service throws', async () => {
    listen(() => Promise.reject(new Error('secret inside')), nothing, nothing);
    const { answer } = await deliver(message(), ours);
    expect(answer).toMatchObject({ status: 500 });
    expect(JSON.stringify(answer)).not.toContain('secret inside');
  });
});

describe('the message with a drawn rectangle', () => {
  const region = { left: 1, top: 2, width: 3, height: 4, windowWidth: 5, windowHeight: 6 };
  const drawer = { id: ours.id, url: 'https://site.example/', tab: { id: 7, windowId: 8 } };

  test("is passed on with the sender's tab, and gets no response", async () => {
    const onRegion = vi.fn();
    listen(echo, nothing, onRegion);
    const { claimed } = await deliver({ type: 'scan/region', region }, drawer);
    expect(claimed).toBeUndefined();
    expect(onRegion).toHaveBeenCalledExactlyOnceWith(region, drawer.tab);
  });

  test.each([
    ['a foreign sender', { ...drawer, id: 'other' }, region],
    ['no sending tab', { id: ours.id }, region],
    ['sides that are not numbers', drawer, { ...region, left: '1' }],
    ['infinite sides', drawer, { ...region, width: Infinity }],
    ['no rectangle', drawer, null],
  ])('is ignored if it has %s', async (_, sender, drawn) => {
    const onRegion = vi.fn();
    listen(echo, nothing, onRegion);
    await deliver({ type: 'scan/region', region: drawn }, sender);
    expect(onRegion).not.toHaveBeenCalled();
  });
});

describe("the companion page's fetch", () => {
  test('transfers method, path, headers and body, and returns the response', async () => {
    fakeBrowser.runtime.onMessage.addListener((sent: ReturnType<typeof message>, _, respond) => {
      respond({ status: 409, body: JSON.stringify(sent) });
      return true;
    });
    const response = await companionFetch(`${companionBase}/x?y=z`, {
      method: 'PUT',
      headers: { authorization: 'Bearer t' },
      body: '{}',
    });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      type: 'companion/fetch',
      request: {
        path: '/x?y=z',
        method: 'PUT',
        headers: { authorization: 'Bearer t', 'x-user-agent': navigator.userAgent },
        body: '{}',
      },
    });
  });

  test.each([
    ['GET', undefined],
    ['POST', undefined],
    ['POST', '{}'],
  ])(
    'transfers a %s request with the body %j in a browser without `Request.body`, such as Firefox',
    async (method, body) => {
      onTestFinished(() => void vi.restoreAllMocks());
      vi.spyOn(Request.prototype, 'body', 'get').mockReturnValue(undefined as never);
      const sent = Promise.withResolvers<unknown>();
      fakeBrowser.runtime.onMessage.addListener((one: unknown, _, respond) => {
        sent.resolve(one);
        respond({ status: 200, body: '{}' });
        return true;
      });
      await companionFetch(`${companionBase}/x`, { method, body: body ?? null });
      fakeBrowser.reset();
      listen(echo, nothing, nothing);
      const { answer } = await deliver(await sent.promise, ours);
      expect(answer).toMatchObject({ status: 200 });
      expect(answer).toHaveProperty('body', expect.stringContaining(`"method":"${method}"`));
      expect(answer).toHaveProperty(
        'body',
        expect.stringContaining(`"body":${JSON.stringify(body ?? '')}`),
      );
    },
  );

  test('reports the service as unreachable if it gets no response', async () => {
    await expect(companionFetch(`${companionBase}/x`)).rejects.toEqual(
      new AppError('companion/unreachable'),
    );
  });
});
