/**
 * The effect of a link on a host: the code is filled, the user is asked once whether the account belongs to the
 * host, or nothing happens.
 */
export type Meaning = 'fill' | 'ask' | 'nothing';

/** The page's host, the host that the account is linked to, and the effect. */
export const pairs: readonly (readonly [host: string, link: string, meaning: Meaning])[] = [
  // The linked host and its subdomains.
  ['github.com', 'github.com', 'fill'],
  ['gist.github.com', 'github.com', 'fill'],
  ['a.b.github.com', 'github.com', 'fill'],
  ['login.example.co.uk', 'example.co.uk', 'fill'],
  ['ada.github.io', 'ada.github.io', 'fill'],
  ['blog.ada.github.io', 'ada.github.io', 'fill'],
  ['localhost', 'localhost', 'fill'],
  ['192.168.0.10', '192.168.0.10', 'fill'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example', 'fill'],
  ['[::1]', '[::1]', 'fill'],
  // Siblings and parent hosts.
  ['www.google.com', 'accounts.google.com', 'ask'],
  ['google.com', 'accounts.google.com', 'ask'],
  ['cloud.example.org', 'git.example.org', 'ask'],
  ['students-pages.university.example', 'admin.university.example', 'ask'],
  ['example.co.uk', 'www.example.co.uk', 'ask'],
  ['shop.ada.github.io', 'blog.ada.github.io', 'ask'],
  // Different customers of a domain that the public suffix list doesn't contain.
  ['www.tumblr.com', 'www.tumblr.com', 'fill'],
  ['evil.tumblr.com', 'www.tumblr.com', 'nothing'],
  ['evil.tumblr.com', 'tumblr.com', 'nothing'],
  ['evil.wordpress.com', 'wordpress.com', 'nothing'],
  ['evil.slack.com', 'acme.slack.com', 'nothing'],
  ['acme.okta.com', 'acme.okta.com', 'fill'],
  ['evil.okta.com', 'acme.okta.com', 'nothing'],
  ['x.acme.okta.com', 'acme.okta.com', 'nothing'],
  ['evil.zendesk.com', 'acme.zendesk.com', 'nothing'],
  ['evil.atlassian.net', 'acme.atlassian.net', 'nothing'],
  ['evil.sharepoint.com', 'acme.sharepoint.com', 'nothing'],
  ['evil.my.salesforce.com', 'acme.my.salesforce.com', 'nothing'],
  ['evil.force.com', 'acme.force.com', 'nothing'],
  ['evil.freshdesk.com', 'acme.freshdesk.com', 'nothing'],
  ['evil.neocities.org', 'neocities.org', 'nothing'],
  ['evil.itch.io', 'itch.io', 'nothing'],
  // Private suffixes and their subdomains.
  ['eve.github.io', 'ada.github.io', 'nothing'],
  ['github.io', 'ada.github.io', 'nothing'],
  ['carrd.co', 'carrd.co', 'fill'],
  ['evil.carrd.co', 'carrd.co', 'nothing'],
  ['gitbook.io', 'gitbook.io', 'fill'],
  ['evil.gitbook.io', 'gitbook.io', 'nothing'],
  ['evil.pages.dev', 'ada.pages.dev', 'nothing'],
  ['evil.duckdns.org', 'duckdns.org', 'nothing'],
  // Public suffixes, IP addresses, `localhost`, and hosts that imitate the name of another host.
  ['co.uk', 'example.co.uk', 'nothing'],
  ['evil.co.uk', 'co.uk', 'nothing'],
  ['evil.com', 'com', 'nothing'],
  ['1.192.168.0.10', '192.168.0.10', 'nothing'],
  ['192.168.0.11', '192.168.0.10', 'nothing'],
  ['evil.localhost', 'localhost', 'fill'],
  ['github.com.attacker.net', 'github.com', 'nothing'],
  ['mygithub.com', 'github.com', 'nothing'],
];
