import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { TwiceCard } from '../../components/manage/sync/TwiceCard';
import { removeSync, showSync, viewOf } from './syncPage';

beforeEach(() => page.viewport(320, 640));
afterEach(removeSync);

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
