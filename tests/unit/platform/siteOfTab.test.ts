import { expect, test } from 'vitest';
import { siteOfTab } from '../../../lib/platform/activeSite';

test.each([
  ['https://github.com/login', 'github.com', true],
  ['http://github.com/login', 'github.com', false],
  ['http://localhost:3000/', 'localhost', true],
  ['http://app.localhost/', 'app.localhost', true],
  ['http://127.0.0.1:8080/', '127.0.0.1', true],
  ['http://127.9.9.9/', '127.9.9.9', true],
  ['http://[::1]/', '[::1]', true],
  ['http://localhost.attacker.net/', 'localhost.attacker.net', false],
  ['http://notlocalhost/', 'notlocalhost', false],
  ['http://127.0.0.1.attacker.net/', '127.0.0.1.attacker.net', false],
  ['http://192.168.1.1/', '192.168.1.1', false],
])('a tab at %s has the site %s, secure: %s', (url, host, secure) => {
  expect(siteOfTab({ id: 1, url })).toEqual({ tab: 1, host, secure });
});

test.each(['chrome://settings', 'file:///etc/hosts', 'about:blank', 'no address', undefined])(
  'a tab at %s has no site',
  (url) => {
    expect(siteOfTab({ id: 1, url })).toBeNull();
  },
);
