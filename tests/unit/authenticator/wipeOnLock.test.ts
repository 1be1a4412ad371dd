import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  queueScan,
  offerBackupCodes,
  readBackupCodeOffer,
  readScanParts,
  stored,
  takePopupNotice,
  typedAccount,
  usedCodes,
  takeQueuedScan,
  queuePopupNotice,
  writeScanParts,
} from '../../../lib/authenticator/state';
import { createDraft } from '../../../components/stores/createDrafts';
import { startWipeOnLock } from '../../../lib/authenticator/background';
import { vaultWorld } from '../../support/vaultWorld';
import { eventually } from '../../support/eventually';

const part = 'otpauth-migration://offline?data=Q2c9PQ';

beforeEach(() => fakeBrowser.reset());

/** Returns an unlocked vault whose key is in session storage, with the background that observes it. */
async function unlockedVault() {
  startWipeOnLock();
  const vault = (await vaultWorld()).open({ session: fakeBrowser.storage.session });
  await vault.create('correct horse');
  return vault;
}

test('locking wipes scanned and offered content from session storage', async () => {
  const vault = await unlockedVault();
  await writeScanParts([part]);
  await queueScan({ texts: [part] });
  await offerBackupCodes({ issuer: 'Example', account: 'ada', codes: ['1111-2222'] });

  await vault.lock();

  await eventually(async () => expect(await readScanParts()).toEqual([]));
  expect(await takeQueuedScan()).toBeNull();
  expect(await readBackupCodeOffer()).toBeNull();
  expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain(part);
});

test("locking keeps the popup's notice and forgets which codes were used", async () => {
  Object.assign(fakeBrowser.action, {
    openPopup: vi.fn(),
    setBadgeText: vi.fn(),
    setTitle: vi.fn(),
  });
  const vault = await unlockedVault();
  await usedCodes.keep('an-id', 55_555_555);
  await queuePopupNotice('Unlock the vault first');
  await vault.lock();
  await eventually(async () => expect(await usedCodes.has('an-id', 55_555_555)).toBe(false));
  expect(await takePopupNotice()).toBe('Unlock the vault first');
});

test('locking keeps the account that is being typed, which only the unlocked vault decrypts', async () => {
  const vault = await unlockedVault();
  const typed = createDraft<{ key: string }>(vault.drafts, 'add', typedAccount);
  await typed.keep({ key: 'JBSWY3DPEHPK3PXP' });
  await stored.usedCodes.write({});
  await vault.lock();
  await eventually(async () => expect(await stored.usedCodes.read()).toBeNull());
  expect(await typed.read()).toBeNull();
  expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain('JBSWY3DP');
  await vault.unlock('correct horse');
  expect(await typed.read()).toEqual({ key: 'JBSWY3DPEHPK3PXP' });
  typed.drop();
  await eventually(async () => expect(await typedAccount.read()).toBeNull());
});

test('content that is scanned while the vault is locked is kept until the unlock', async () => {
  const vault = await unlockedVault();
  await vault.lock();
  await writeScanParts([part]);
  await queueScan({ texts: [part] });

  await vault.lock();
  await vault.unlock('correct horse');
  await vault.touch();

  expect(await readScanParts()).toEqual([part]);
  expect(await takeQueuedScan()).toEqual({ pictures: [], fallbacks: [], texts: [part], host: '' });
});

test('locking wipes undeclared values, and keeps declared values that reveal nothing about accounts', async () => {
  const vault = await unlockedVault();
  await fakeBrowser.storage.session.set({ 'new/secret': 'JBSWY3DPEHPK3PXP' });
  await stored.ownWindow.write(7);
  await vault.lock();
  await eventually(async () =>
    expect(Object.keys(await fakeBrowser.storage.session.get())).toEqual([stored.ownWindow.key]),
  );
});

test("a stored value that doesn't match its schema reads as null", async () => {
  await fakeBrowser.storage.session.set({ [stored.queuedScan.key]: { pictures: 'x', texts: [] } });
  expect(await stored.queuedScan.read()).toBeNull();
});
