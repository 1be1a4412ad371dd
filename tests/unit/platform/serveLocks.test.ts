import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { serveLocks } from '../../../lib/platform';

const request = vi.fn(() => Promise.resolve());
let connect: (port: object) => void = () => undefined;

beforeEach(() => {
  request.mockClear();
  vi.stubGlobal('navigator', { locks: { request } });
  Object.assign(fakeBrowser.runtime, {
    onConnect: {
      addListener: (listener: (port: object) => void) => {
        connect = listener;
      },
    },
  });
  serveLocks();
});

const port = (name: string, sender: object) => ({
  name,
  sender,
  postMessage: () => undefined,
  onDisconnect: { addListener: () => undefined },
});
const page = () => ({ id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') });

test('a page of the extension gets the lock that it requests', () => {
  connect(port('lock/tessera-vault/vault', page()));
  expect(request).toHaveBeenCalledOnce();
  expect(request.mock.lastCall?.at(0)).toBe('tessera-vault/vault');
});

test('a lock request waits for its turn, except a request that accepts only a free lock', () => {
  connect(port('lock/tessera-vault/vault', page()));
  expect(request.mock.lastCall?.at(1)).toEqual({ signal: expect.any(AbortSignal) });
  connect(port('lock-if-idle/tessera-backups', page()));
  expect(request.mock.lastCall?.at(1)).toEqual({ ifAvailable: true });
});

test.each([
  ['a script inside a web page', () => ({ ...page(), url: 'https://example.com/popup.html' })],
  ['another extension', () => ({ ...page(), id: 'other' })],
  ['an unknown sender', () => ({})],
])("%s can't request a lock", (_, sender) => {
  connect(port('lock/tessera-vault/vault', sender()));
  connect(port('lock-if-idle/tessera-vault/vault', sender()));
  expect(request).not.toHaveBeenCalled();
});

test('a port with another name requests no lock', () => {
  connect(port('something', page()));
  expect(request).not.toHaveBeenCalled();
});
