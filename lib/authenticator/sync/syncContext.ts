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

/** A value in memory that outlives a stopped background. */
interface Kept<T> {
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
}

/** A device that is on its way into a set; `key` once it is handed over. */
export type JoinProgress = Joining & { readonly key: SetKey | null };

/** What an administrator rules. */
export interface SyncPolicy {
  readonly allowSync: boolean;
  /** The one address that may be used, or null. */
  readonly syncAddress: string | null;
}

export interface SyncContext {
  readonly vault: SharedVault;
  readonly sync: Sync;
  /** Throws where the place can't be used: no permission, a bad address. */
  readonly transportOf: (place: SyncPlace) => Promise<Transport>;
  readonly status: Kept<SyncStatus>;
  readonly pairing: Kept<Pairing>;
  readonly joining: Kept<JoinProgress>;
  readonly policy: () => Promise<SyncPolicy>;
  readonly sealing: () => Promise<PublicKeySealing>;
  readonly clock: Clock;
  readonly random: Random;
}

/** Throws `sync/not-set-up`, `vault/locked`. */
export async function requireRecord({ sync }: Pick<SyncContext, 'sync'>): Promise<SyncRecord> {
  const record = await sync.record.read();
  if (!record) throw new AppError('sync/not-set-up');
  return record;
}

const sameAddress = (a: string, b: string) => a.replace(/\/$/, '') === b.replace(/\/$/, '');

/** Throws `sync/forbidden-by-policy` where the administrator doesn't allow this place. */
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
