import { stored } from './stored';

/** Whether the user chose "Not now" for the recovery key offered with a new vault. */
export const wasRecoveryDeclined = async (): Promise<boolean> =>
  (await stored.recoveryOffer.read()) === 'declined';

/** Saves "Not now". From then on, only the page "Vault security" reminds of it. */
export const declineRecovery = (): Promise<void> => stored.recoveryOffer.write('declined');
