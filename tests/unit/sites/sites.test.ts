import { expect, test } from 'vitest';
import {
  isShared,
  isSibling,
  isSuggested,
  linkedTo,
  linkFor,
  readHost,
  wholeSite,
} from '../../../lib/sites';
import { phishingHosts } from './phishing';
import { pairs } from './pairs';

const linked = ['github.com', 'accounts.google.com', 'example.co.uk', 'ada.github.io'];

test.each(phishingHosts)("%s doesn't match the site that it imitates", (host) => {
  expect(linkFor(host, linked)).toBeNull();
  expect(isSibling(host, linked)).toBe(false);
  for (const issuer of ['GitHub', 'Google', 'example.co.uk', 'ada.github.io'])
    expect(isSuggested(host, issuer)).toBe(false);
});

test('the tests cover at least forty pairs of hosts', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(40);
});

test.each(pairs)('on %s, an account linked to %s has the effect "%s"', (host, link, meaning) => {
  const found = linkFor(host, [link]) ? 'fill' : isSibling(host, [link]) ? 'ask' : 'nothing';
  expect(found).toBe(meaning);
});

test('the closest link takes precedence: first the host itself, then its nearest parent', () => {
  const [whole, git, cloud] = ['example.org', 'git.example.org', 'cloud.example.org'].map(
    (host) => ({
      hosts: [host],
    }),
  );
  const all = [whole, git, cloud].filter((one) => one !== undefined);
  expect(linkedTo('git.example.org', all)).toEqual([git]);
  expect(linkedTo('a.git.example.org', all)).toEqual([git]);
  expect(linkedTo('www.example.org', all)).toEqual([whole]);
  expect(linkedTo('git.example.org', [...all, { hosts: ['git.example.org'] }])).toHaveLength(2);
  expect(linkedTo('example.com', all)).toEqual([]);
  const both = { hosts: ['example.org', 'git.example.org'] };
  expect(linkFor('a.git.example.org', both.hosts)).toBe('git.example.org');
  expect(linkedTo('git.example.org', [...all, both])).toEqual([git, both]);
});

test("a host that is covered by one link isn't treated as a sibling of another link", () => {
  expect(isSibling('git.example.org', ['cloud.example.org'])).toBe(true);
  expect(isSibling('git.example.org', ['cloud.example.org', 'example.org'])).toBe(false);
});

test.each([
  ['git.example.org', 'example.org'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['blog.ada.github.io', 'ada.github.io'],
  ['example.org', null],
  ['www.tumblr.com', null],
  ['acme.okta.com', null],
  ['carrd.co', null],
  ['ada.github.io', null],
  ['localhost', null],
  ['192.168.0.10', null],
])('a link to %s can be widened to this site: %s', (link, site) => {
  expect(wholeSite(link)).toBe(site);
});

test.each([
  ['tumblr.com', true],
  ['acme.zendesk.com', true],
  ['carrd.co', true],
  ['192.168.0.10', true],
  ['github.com', false],
  ['ada.github.io', false],
])('the domain of %s is shared by different customers: %s', (host, shared) => {
  expect(isShared(host)).toBe(shared);
});

test.each([
  ['https://www.Example.com/sign-in?x=1', 'www.example.com'],
  ['example.com', 'example.com'],
  ['example.com.', 'example.com'],
  ['Bücher.example', 'xn--bcher-kva.example'],
  ['localhost:8080', 'localhost'],
  ['example.com:8443/sign-in', 'example.com'],
  ['https://[::1]:8080/', '[::1]'],
  ['carrd.co', 'carrd.co'],
  ['gitbook.io', 'gitbook.io'],
  ['pythonanywhere.com', 'pythonanywhere.com'],
  ['duckdns.org', 'duckdns.org'],
  ['co.uk', null],
  ['com', 'com'],
  ['file:///etc/passwd', null],
  ['file:', null],
  ['mailto:ada@example.com', null],
  ['javascript:alert(1)', null],
  ['ftp://example.com/', null],
  ['chrome://settings', null],
  ['data:text/html,x', null],
  ['not a host', null],
  ['', null],
  ['.', null],
  ['a..b', null],
  ['example..com', null],
  ['-.example', null],
])('a typed "%s" is read as the host %s', (typed, host) => {
  expect(readHost(typed)).toBe(host);
});

test.each(['exam\nple.com', 'exam\tple.com', 'exa[mple.com', '', '  '])(
  "a text that can't be in an address isn't a host: %j",
  (text) => expect(readHost(text)).toBeNull(),
);

test("an account is suggested on hosts of the service that its issuer names, or on the issuer's own site if the issuer is a host", () => {
  expect(isSuggested('gist.github.com', 'GitHub')).toBe(true);
  expect(isSuggested('shop.example.com', 'example.com')).toBe(true);
  expect(isSuggested('login.example.com', 'shop.example.com')).toBe(true);
  expect(isSuggested('github.com', 'Git Hub')).toBe(false);
  expect(isSuggested('example.com', 'constructor')).toBe(false);
});

test.each([
  ['Microsoft', 'login.microsoftonline.com'],
  ['Microsoft', 'login.live.com'],
  ['Amazon', 'www.amazon.co.uk'],
  ['AWS', 'eu-central-1.signin.aws'],
  ['Steam', 'steamcommunity.com'],
  ['PlayStation Network', 'my.account.sony.com'],
  ['Nintendo Account', 'accounts.nintendo.com'],
  ['ChatGPT', 'auth.openai.com'],
  ['Trello', 'id.atlassian.com'],
  ['Bitbucket', 'id.atlassian.com'],
  ['Tumblr', 'www.tumblr.com'],
  ['Slack', 'app.slack.com'],
])('%s is suggested on %s', (issuer, host) => {
  expect(isSuggested(host, issuer)).toBe(true);
});

test.each([
  ['Tumblr', 'evil.tumblr.com'],
  ['Okta', 'evil.okta.com'],
  ['Slack', 'evil.slack.com'],
  ['Salesforce', 'evil.my.salesforce.com'],
  ['WordPress.com', 'evil.wordpress.com'],
  ['Zendesk', 'evil.zendesk.com'],
  ['Atlassian', 'evil.atlassian.net'],
  ['acme.okta.com', 'evil.okta.com'],
  ['acme.sharepoint.com', 'evil.sharepoint.com'],
  ['carrd.co', 'evil.carrd.co'],
])('%s is not suggested on %s, which belongs to someone else', (issuer, host) => {
  expect(isSuggested(host, issuer)).toBe(false);
});
