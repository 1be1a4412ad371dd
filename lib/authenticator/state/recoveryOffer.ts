import { stored } from './stored';

/** Whether the user chose "Not now" when a new vault offered a recovery key. */
export const wasRecoveryDeclined = async (): Promise<boolean> =>
  (await stored.recoveryOffer.read()) === 'declined';

/** Stores that the user chose "Not now". Afterwards only the Vault security page suggests a recovery key. */
export const declineRecovery = (): Promise<void> => stored.recoveryOffer.write('declined');
