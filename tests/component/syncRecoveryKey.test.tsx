import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RecoveryKeyDialog } from '../../components/manage/sync/RecoveryKeyDialog';
import { press } from './press';
import { removeSync, showSync } from './syncPage';

afterEach(removeSync);

test('the recovery key for sync is copied through the service that clears the clipboard later', async () => {
  const { copied } = await showSync(
    <RecoveryKeyDialog recoveryKey="ABCD-EFGH" onClose={() => undefined} />,
  );
  await press('Copy');
  expect(copied).toEqual(['ABCD-EFGH']);
});

test('asks before the recovery key for sync is closed unsaved, but not after it was saved', async () => {
  let closed = 0;
  await showSync(<RecoveryKeyDialog recoveryKey="ABCD-EFGH" onClose={() => (closed += 1)} />);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('Close without saving this key?')).toBeVisible();
  await press('Go back to the key');
  await expect.element(page.getByText('Close without saving this key?')).not.toBeInTheDocument();
  expect(closed).toBe(0);
  await userEvent.keyboard('{Escape}');
  await press('Close anyway');
  expect(closed).toBe(1);
  await press("I've saved the key for sync");
  expect(closed).toBe(2);
});
