import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { StateCard } from '../../components/manage/sync/StateCard';
import { TwiceCard } from '../../components/manage/sync/TwiceCard';
import { removeSync, showSync, viewOf } from './syncPage';

beforeEach(() => page.viewport(320, 640));
afterEach(removeSync);

const boxOf = (element: Element | null | undefined): DOMRect => {
  if (!element) throw new Error('not shown');
  return element.getBoundingClientRect();
};

test('the note about a failure without a remedy ends right below its text', async () => {
  const failure = { code: 'sync/offline', facts: {}, retryAt: Date.now() + 60_000 } as const;
  await showSync(<StateCard view={{ ...viewOf({ kind: 'browser' }), failure }} />);
  const note = page.getByRole('status').filter({ hasText: "You're offline." });
  await expect.element(note).toBeVisible();
  const banner = note.element();
  const [outer, text] = [boxOf(banner), boxOf(banner.querySelector('svg + div'))];
  expect(Math.round(outer.bottom - text.bottom)).toBe(Math.round(text.top - outer.top));
});

test('of two accounts with one secret, each is shown with its site', async () => {
  const twice = [
    [
      { id: 'a', issuer: 'GitHub', account: 'ada' },
      { id: 'b', issuer: 'GitHub Enterprise', account: 'ada' },
    ],
  ] as const;
  await showSync(<TwiceCard twice={twice} />);
  await expect.element(page.getByText('GitHub · ada')).toBeVisible();
  await expect.element(page.getByText('GitHub Enterprise · ada')).toBeVisible();
});
