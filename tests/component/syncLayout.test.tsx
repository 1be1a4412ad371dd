import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConflictsCard } from '../../components/manage/sync/ConflictsCard';
import { StateCard } from '../../components/manage/sync/StateCard';
import { TwiceCard } from '../../components/manage/sync/TwiceCard';
import { seenButton } from './press';
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

test('a word that is wider than the card breaks inside its button', async () => {
  await page.viewport(130, 640);
  await showSync(<StateCard view={viewOf({ kind: 'browser' })} />);
  const button = await seenButton('New recovery key for sync');
  const title = page.getByRole('heading', { name: 'Browser account' });
  expect(boxOf(button).right).toBeLessThanOrEqual(boxOf(title.element()).right + 1);
});

test('a button below the text of its row is at the end, like a button beside the text', async () => {
  await page.viewport(220, 640);
  const versions = [{ stamp: 'a', device: 'Desktop', at: 0 }];
  const conflict = { id: 'a', issuer: 'GitHub', account: '', part: 'otp' as const, versions };
  await showSync(
    <ConflictsCard view={{ ...viewOf({ kind: 'browser' }), conflicts: [conflict] }} />,
  );
  const button = await seenButton('Use this one');
  const text = boxOf(button.previousElementSibling);
  expect(boxOf(button).top).toBeGreaterThanOrEqual(text.bottom);
  expect(Math.round(boxOf(button).right)).toBe(Math.round(text.right));
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
