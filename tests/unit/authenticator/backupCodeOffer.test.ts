import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  announceSavedCodes,
  dropBackupCodeOffer,
  offerBackupCodes,
  readBackupCodeOffer,
  watchSavedCodes,
} from '../../../lib/authenticator/state';
import { eventually } from '../../support/eventually';

const offer = { issuer: 'Example', account: 'ada@example.com', codes: ['1111-2222', '3333-4444'] };

beforeEach(() => fakeBrowser.reset());

test('stores backup codes that a site offers, and opens the page that asks the user about them', async () => {
  await offerBackupCodes(offer);

  expect(await readBackupCodeOffer()).toEqual(offer);
  const tabs = await fakeBrowser.tabs.query({});
  expect(tabs.some((tab) => tab.url?.endsWith('/manage.html#/backup-codes'))).toBe(true);
});

test('never writes offered backup codes to disk', async () => {
  await offerBackupCodes(offer);

  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

test('deletes offered backup codes once they are saved or declined', async () => {
  await offerBackupCodes(offer);
  await dropBackupCodeOffer();

  expect(await readBackupCodeOffer()).toBeNull();
});

test('ignores a malformed handoff of backup codes', async () => {
  await fakeBrowser.storage.session.set({
    'hand-off/backup-codes': { issuer: 'Example', codes: [1] },
  });

  expect(await readBackupCodeOffer()).toBeNull();
});

test('notifies the page that offered backup codes once codes of its account are saved', async () => {
  const saved = vi.fn();
  const stop = watchSavedCodes(offer, saved);
  announceSavedCodes({ ...offer, account: 'ben@example.com' });
  await eventually(async () => {
    expect(await fakeBrowser.storage.session.get()).not.toEqual({});
  });
  expect(saved).not.toHaveBeenCalled();
  announceSavedCodes(offer);
  await eventually(() => expect(saved).toHaveBeenCalledTimes(1));
  expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain('1111-2222');
  stop();
});
