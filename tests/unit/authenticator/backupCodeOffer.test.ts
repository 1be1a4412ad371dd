import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  dropBackupCodeOffer,
  offerBackupCodes,
  readBackupCodeOffer,
} from '../../../lib/authenticator/state';

const offer = { issuer: 'Example', account: 'ada@example.com', codes: ['1111-2222', '3333-4444'] };

beforeEach(() => fakeBrowser.reset());

test('stores codes that a site offers for the user, and opens the page that asks', async () => {
  await offerBackupCodes(offer);

  expect(await readBackupCodeOffer()).toEqual(offer);
  const tabs = await fakeBrowser.tabs.query({});
  expect(tabs.some((tab) => tab.url?.endsWith('/manage.html#/backup-codes'))).toBe(true);
});

test('waiting codes are never on disk', async () => {
  await offerBackupCodes(offer);

  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

test('forgets codes that were saved or declined', async () => {
  await offerBackupCodes(offer);
  await dropBackupCodeOffer();

  expect(await readBackupCodeOffer()).toBeNull();
});

test('ignores a malformed handoff', async () => {
  await fakeBrowser.storage.session.set({
    'hand-off/backup-codes': { issuer: 'Example', codes: [1] },
  });

  expect(await readBackupCodeOffer()).toBeNull();
});
