import { vaultStorageKeys } from '../../platform/vault';
import { isBoolean, isNumber, isObjectOf, isText, storedValue } from '../../platform';
import { readManaged } from './readManaged';

/** The stored values of sync. A lock wipes them. Separate from `stored`, because the popup starts without them. */
export const syncStored = {
  /** The status of the last round. It names no account. */
  status: storedValue(
    'session',
    'sync/status',
    isObjectOf({ running: isBoolean, needsPerson: isBoolean, failures: isNumber }),
  ),
  /** The pairing that this device shows a code for. */
  pairing: storedValue('session', 'sync/pairing', isObjectOf({ secret: isText, nonce: isText })),
  /** The set that this device is joining. */
  joining: storedValue('session', 'sync/joining', isObjectOf({ secret: isText, seed: isText })),
  /** The text of the vault's head, which every change replaces. */
  vaultHead: storedValue('local', vaultStorageKeys.head, isText),
  /** The text of the head after the last round: while it is the same, there is nothing to publish. */
  head: storedValue('session', 'sync/head', isText),
} as const;

/** The alarms of sync. */
export const syncAlarms = {
  /** Every quarter of an hour. */
  due: 'sync.round',
  /** Half a minute after a change, in case the background was stopped meanwhile. */
  soon: 'sync.soon',
} as const;

/** Returns an administrator's rules for sync. */
export async function readSyncPolicy(): Promise<{
  readonly allowSync: boolean;
  readonly syncAddress: string | null;
}> {
  const { allowSync, syncAddress } = await readManaged();
  return { allowSync: allowSync !== false, syncAddress: isText(syncAddress) ? syncAddress : null };
}
