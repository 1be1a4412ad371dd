import { browser } from 'wxt/browser';

const slot = 'recovery-offer';

/** Whether a person said "Not now" to the recovery key that is offered with a new vault. */
export const wasRecoveryDeclined = async (): Promise<boolean> =>
  (await browser.storage.local.get(slot))[slot] === 'declined';

/** Keeps "Not now" in mind: from then on the page "Vault security" alone reminds. */
export const declineRecovery = (): Promise<void> =>
  browser.storage.local.set({ [slot]: 'declined' });
