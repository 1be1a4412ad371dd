import { stored } from './stored';

/** Whether the user said "Not now" to the recovery key that is offered with a new vault. */
export const wasRecoveryDeclined = async (): Promise<boolean> =>
  (await stored.recoveryOffer.read()) === 'declined';

/** Saves "Not now": from then on the page "Vault security" alone reminds. */
export const declineRecovery = (): Promise<void> => stored.recoveryOffer.write('declined');
