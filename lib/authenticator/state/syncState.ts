import { vaultStorageKeys } from '../../platform/vault';
import { isBoolean, isNumber, isObjectOf, isText, storedValue } from '../../platform';
import { readManaged } from './readManaged';

/**
 * The stored values of sync. A lock wipes the values in session memory. These declarations are separate from
 * `stored`, because the popup starts without them.
 */
export const syncStored = {
  /** The status of the last round. Contains no account names. */
  status: storedValue(
    'session',
    'sync/status',
    isObjectOf({ running: isBoolean, needsPerson: isBoolean, failures: isNumber }),
  ),
  /** The pairing whose code this device shows. */
  pairing: storedValue('session', 'sync/pairing', isObjectOf({ secret: isText, nonce: isText })),
  /** The set of devices that this device is joining. */
  joining: storedValue('session', 'sync/joining', isObjectOf({ secret: isText, seed: isText })),
  /** The text of the vault's head. Every change of the vault replaces it. */
  vaultHead: storedValue('local', vaultStorageKeys.head, isText),
  /**
   * The text of the vault's head after the last round. If the current head has the same text, there is nothing to
   * publish.
   */
  head: storedValue('session', 'sync/head', isText),
} as const;

/** The names of the alarms of sync. */
export const syncAlarms = {
  /** Fires every 15 minutes. */
  due: 'sync.round',
  /**
   * Fires half a minute after a change or when a failed round may be retried, even if the background was stopped.
   */
  soon: 'sync.soon',
} as const;

/** Returns the administrator's rules for sync. */
export async function readSyncPolicy(): Promise<{
  readonly allowSync: boolean;
  readonly syncAddress: string | null;
}> {
  const { allowSync, syncAddress } = await readManaged();
  return { allowSync: allowSync !== false, syncAddress: isText(syncAddress) ? syncAddress : null };
}
