import { headKey, sessionKey } from '../../vault';

/**
 * Where this browser keeps the vault: the unlocked key in `storage.session` and the head of the mirror in
 * `storage.local`. A change of either wakes the background.
 */
export const vaultStorageKeys = { session: sessionKey, head: headKey } as const;
