import type { Clock } from '../../clock';
import type { PublicKeySealing, Random } from '../../crypto';
import { AppError } from '../../errors';
import type {
  Joining,
  Pairing,
  SetKey,
  Sync,
  SyncPlace,
  SyncRecord,
  SyncStatus,
  Transport,
} from '../../sync';
import type { SharedVault } from '../../vault';

/** A value in session memory, which survives a restart of the background. */
interface Kept<T> {
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
}

/** The progress of joining a set. `key` is null until the other device has sent the set's key. */
export type JoinProgress = Joining & { readonly key: SetKey | null };

/** The administrator's policy for sync. */
export interface SyncPolicy {
  readonly allowSync: boolean;
  /** The only allowed address, or null. */
  readonly syncAddress: string | null;
}

export interface SyncContext {
  readonly vault: SharedVault;
  readonly sync: Sync;
  /**
   * Opens the store of a place. Throws a `sync/…` error if the store can't be used, for example without
   * permission.
   */
  readonly transportOf: (place: SyncPlace) => Promise<Transport>;
  readonly status: Kept<SyncStatus>;
  readonly pairing: Kept<Pairing>;
  readonly joining: Kept<JoinProgress>;
  readonly policy: () => Promise<SyncPolicy>;
  readonly sealing: () => Promise<PublicKeySealing>;
  readonly clock: Clock;
  readonly random: Random;
}

/** Returns the sync record. Throws `sync/not-set-up` or `vault/locked`. */
export async function requireRecord({ sync }: Pick<SyncContext, 'sync'>): Promise<SyncRecord> {
  const record = await sync.record.read();
  if (!record) throw new AppError('sync/not-set-up');
  return record;
}

const sameAddress = (a: string, b: string) => a.replace(/\/$/, '') === b.replace(/\/$/, '');

/** Throws `sync/forbidden-by-policy` if the administrator's policy doesn't allow this place. */
export async function checkPolicy(
  { policy }: Pick<SyncContext, 'policy'>,
  place: SyncPlace,
): Promise<void> {
  const { allowSync, syncAddress } = await policy();
  const isFixed =
    syncAddress === null ||
    (place.kind === 'webdav' && sameAddress(place.address.trim(), syncAddress));
  if (!allowSync || !isFixed) throw new AppError('sync/forbidden-by-policy');
}
