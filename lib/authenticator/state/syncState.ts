import { browser } from 'wxt/browser';
import { vaultStorageKeys } from '../../platform/vault';
import { isBoolean, isNumber, isObjectOf, isText, storedValue } from '../../platform';

/**
 * What sync keeps in `storage.session`; a lock wipes all of it. Apart from `stored`, because the popup starts
 * without it.
 */
export const syncStored = {
  /** How sync goes. Tells of no account. */
  status: storedValue(
    'session',
    'sync/status',
    isObjectOf({ running: isBoolean, needsPerson: isBoolean, failures: isNumber }),
  ),
  /** The code that is shown to another device, and how far that is. */
  pairing: storedValue('session', 'sync/pairing', isObjectOf({ secret: isText, nonce: isText })),
  /** What this device knows of a set that it is about to join. */
  joining: storedValue('session', 'sync/joining', isObjectOf({ secret: isText, seed: isText })),
  /** The vault's head, as a text that every change replaces. */
  vaultHead: storedValue('local', vaultStorageKeys.head, isText),
  /** The head of the vault as the last round left it: no change to sync. */
  head: storedValue('session', 'sync/head', isText),
} as const;

/** The alarms of sync. */
export const syncAlarms = {
  /** Every quarter of an hour. */
  due: 'sync.round',
  /** A while after a change, should the background have been stopped meanwhile. */
  soon: 'sync.soon',
} as const;

/** What an administrator rules of sync by `storage.managed`. */
export async function readSyncPolicy(): Promise<{
  readonly allowSync: boolean;
  readonly syncAddress: string | null;
}> {
  // Browsers without a policy store reject.
  const managed: Record<string, unknown> = await browser.storage.managed
    .get(null)
    .catch(() => ({}));
  const { allowSync, syncAddress } = managed;
  return { allowSync: allowSync !== false, syncAddress: isText(syncAddress) ? syncAddress : null };
}
