import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fillMessages } from '../../../components/messages';
import {
  fillBoundAccount,
  type GestureResult,
} from '../../../lib/authenticator/fill/fillBoundAccount';
import { takePopupNotice } from '../../../lib/authenticator/state';
import { type FillTarget, pageAccess } from '../../../lib/platform';
import type { SecureVault } from '../../../lib/vault';
import { passphrase } from '../../support/popupWorld';
import { draft, vaultWorld } from '../../support/vaultWorld';

/** The results of the scripts that find the page's field and fill it. */
export const page = { tesseraSeek: 'field', tesseraFill: 'field' };
export const openPopup = vi.fn(() => Promise.resolve());
export const button = { setBadgeText: vi.fn(), setTitle: vi.fn() };
export const executeScript = vi.fn(({ args }: { args?: [keyof typeof page, string] }) =>
  Promise.resolve([{ result: args && page[args[0]] }]),
);

const describe = (result: GestureResult) => fillMessages[result]();
export const fillBound = (vault: SecureVault, target: FillTarget | null) =>
  fillBoundAccount({ vault, page: pageAccess, describe }, target);

/** Resets the observed page and the fake browser. */
export async function resetBrowser(): Promise<void> {
  Object.assign(page, { tesseraSeek: 'field', tesseraFill: 'field' });
  openPopup.mockReset().mockResolvedValue(undefined);
  executeScript.mockClear();
  Object.assign(browser.action, { openPopup, ...button });
  Object.assign(browser.scripting, { executeScript });
  await browser.storage.session.remove(['fill/used', 'sites/scanned']);
  await takePopupNotice();
  button.setBadgeText.mockClear();
}

/** Returns an unlocked vault with one account linked to each of these hosts. */
export async function boundTo(...hosts: string[]) {
  const vault = (await vaultWorld()).open();
  await vault.create(passphrase);
  await vault.add(hosts.map((host) => Object.assign(draft(host), { hosts: [host] })));
  return vault;
}

/**
 * Returns an unlocked vault with one HOTP account, linked to github.com, and a function that reads its counter.
 */
export async function counted() {
  const vault = await boundTo();
  const { otp, ...rest } = draft('Counted');
  const [id = ''] = await vault.add([
    { ...rest, otp: { ...otp, kind: 'hotp', counter: 5 }, hosts: ['github.com'] },
  ]);
  return { vault, counter: async () => (await vault.get(id)).otp.counter };
}

export const gitHub = { tab: 7, host: 'github.com', secure: true };
