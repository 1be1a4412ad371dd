import * as simpleIcons from 'simple-icons';
import { titleToSlug } from 'simple-icons/sdk';
import { describe, expect, test } from 'vitest';
import { iconSlug, iconSlugOfFile } from '../../../lib/transfer/iconSlug';

describe('the slug of an icon', () => {
  test('matches simple-icons for every title', () => {
    const titles = Object.values(simpleIcons).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(3_000);
    expect(titles.map(iconSlug)).toEqual(titles.map(titleToSlug));
  });

  test.each([
    ['Amazon Web Services', 'amazonwebservices'],
    ['GITHUB', 'github'],
    ['Citroën & Ħ+', 'citroenandhplus'],
    ['', ''],
    ['Default', ''],
    ['none', ''],
    ['日本', ''],
    ['x'.repeat(65), ''],
  ])('is made from the name %j: %j', (name, slug) => expect(iconSlug(name)).toBe(slug));

  test.each([
    ['github/github-mark.png', 'github'],
    ['/amazon.com/icon.png', 'amazon'],
    ['paypal.png', 'paypal'],
    ['', ''],
  ])('is made from the file %j: %j', (path, slug) => expect(iconSlugOfFile(path)).toBe(slug));
});
