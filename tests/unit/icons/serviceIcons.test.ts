import { expect, test } from 'vitest';
import { serviceIcon, serviceIcons } from '../../../components/vault/serviceIcons';

const slugOf = (icon: string, name: string) => serviceIcon(icon, name)?.slug ?? null;

test.each([
  ['', 'GitHub', 'github'],
  ['', 'Amazing Unknown Ltd', null],
  ['', 'Git Hub Enterprise', null],
  ['', 'Wikipedia.org', 'wikipedia'],
  ['', 'Proton Mail', 'protonmail'],
  ['gitlab', 'GitHub', 'gitlab'],
  ['gitlab', 'My company', 'gitlab'],
  ['an-icon-of-no-package', 'GitHub', 'github'],
  ['an-icon-of-no-package', 'My company', null],
  ['none', 'GitHub', null],
  ['', 'Microsoft', 'microsoft'],
  ['', 'Amazon', 'amazon'],
  ['', 'LinkedIn', 'linkedin'],
  ['', 'Slack', 'slack'],
  ['', 'Nintendo', 'nintendo'],
  ['', 'OpenVPN', 'openvpn'],
])(
  'an entry with the icon "%s" and the name "%s" shows the packaged icon: %s',
  (icon, name, shown) => {
    expect(slugOf(icon, name)).toBe(shown);
  },
);

test('every packaged icon is found by its slug and by its title', () => {
  expect(serviceIcons.length).toBeGreaterThan(90);
  for (const { slug, title, path } of serviceIcons) {
    expect(slugOf(slug, '')).toBe(slug);
    expect(slugOf('', title)).toBe(slug);
    expect(path).toMatch(/^M[\d\s.,MLHVCSQTAZ-]+$/i);
  }
});
