import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import '../../components/ui/tokens.css';
import { painted } from './painted';
import { examples, root } from './contractExamples';

document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Contract';

afterEach(() => {
  render(null, root);
  delete document.documentElement.dataset['theme'];
  delete document.documentElement.dataset['contrast'];
  document.documentElement.dir = 'ltr';
});

const looks = [
  { theme: 'light', contrast: 'system', dir: 'ltr' },
  { theme: 'dark', contrast: 'system', dir: 'rtl' },
  { theme: 'light', contrast: 'more', dir: 'ltr' },
  { theme: 'dark', contrast: 'more', dir: 'ltr' },
] as const;

describe.each(looks)(
  'in theme $theme, contrast $contrast, direction $dir',
  ({ theme, contrast, dir }) => {
    test.each(Object.entries(examples))('axe finds no violation in %s', async (_, example) => {
      document.documentElement.dataset['theme'] = theme;
      document.documentElement.dataset['contrast'] = contrast;
      document.documentElement.dir = dir;
      render(example, root);
      await painted();
      const { violations } = await axe.run(document, {
        rules: { 'page-has-heading-one': { enabled: false } },
      });
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
      ).toEqual([]);
    });
  },
);

test.each(Object.entries(examples))('%s fits a page of 320 pixels', async (_, example) => {
  root.style.width = '320px';
  render(example, root);
  await painted();
  expect(root.scrollWidth).toBeLessThanOrEqual(320);
  root.style.width = '';
});
