import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  queueScan,
  offerBackupCodes,
  readBackupCodeOffer,
  readScanParts,
  stored,
  takePopupNotice,
  usedCodes,
  takeQueuedScan,
  queuePopupNotice,
  writeScanParts,
} from '../../../lib/authenticator/state';
import { startWipeOnLock } from '../../../lib/authenticator/background';
import { vaultWorld } from '../../support/vaultWorld';
import { eventually } from '../../support/eventually';

const part = 'otpauth-migration://offline?data=Q2c9PQ';

beforeEach(() => fakeBrowser.reset());

/** A vault with its key in the browser's storage, and the background that observes it. */
async function unlockedVault() {
  startWipeOnLock();
  const vault = (await vaultWorld()).open({ session: fakeBrowser.storage.session });
  await vault.create('correct horse');
  return vault;
}

test('a lock wipes what was scanned and offered, and with it all secrets in memory', async () => {
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

test("a lock keeps the popup's notice, and forgets which codes were used", async () => {
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

test('what is scanned while the vault is locked waits until it opens', async () => {
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

test('a lock wipes undeclared values, and keeps those that reveal nothing about accounts', async () => {
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
