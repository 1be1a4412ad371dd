import { expect, test } from 'vitest';
import { belongsTo, isSuggested, readHost } from '../../../lib/sites';
import { phishingHosts } from './phishing';

const bound = ['github.com', 'accounts.google.com', 'example.co.uk', 'ada.github.io'];

test.each(phishingHosts)('%s is taken for nobody else', (host) => {
  expect(belongsTo(host, bound)).toBe(false);
  for (const issuer of ['GitHub', 'Google', 'example.co.uk', 'ada.github.io'])
    expect(isSuggested(host, issuer)).toBe(false);
});

test.each([
  ['github.com', ['github.com']],
  ['gist.github.com', ['github.com']],
  ['www.google.com', ['accounts.google.com']],
  ['login.example.co.uk', ['example.co.uk']],
  ['ada.github.io', ['ada.github.io']],
  ['localhost', ['localhost']],
  ['192.168.0.10', ['192.168.0.10']],
  ['xn--bcher-kva.example', ['xn--bcher-kva.example']],
])('%s is of the site of %s', (host, hosts) => {
  expect(belongsTo(host, hosts)).toBe(true);
});

test.each([
  ['https://www.Example.com/sign-in?x=1', 'www.example.com'],
  ['example.com', 'example.com'],
  ['Bücher.example', 'xn--bcher-kva.example'],
  ['localhost:8080', 'localhost'],
  ['co.uk', null],
  ['not a host', null],
  ['', null],
])('a person who types "%s" means the host %s', (typed, host) => {
  expect(readHost(typed)).toBe(host);
});

test('an account is suggested for the site of its issuer, by name or because the issuer is a host', () => {
  expect(isSuggested('gist.github.com', 'GitHub')).toBe(true);
  expect(isSuggested('shop.example.com', 'example.com')).toBe(true);
  expect(isSuggested('github.com', 'Git Hub')).toBe(false);
  expect(isSuggested('example.com', 'constructor')).toBe(false);
});
