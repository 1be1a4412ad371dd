import { headKey, sessionKey } from '../../vault';

/**
 * The storage keys of the vault: the unlocked key in `storage.session`, and the mirror's head in `storage.local`.
 * A change of either key wakes the background.
 */
export const vaultStorageKeys = { session: sessionKey, head: headKey } as const;
