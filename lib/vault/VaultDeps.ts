import type { Clock } from '../clock';
import type { Derive, KdfCosts, PublicKeySealing, Random } from '../crypto';
import type { FormatUpgrade } from './migration/FormatUpgrade';
import type { EntryMerging } from './entries/EntryMerging';
import type { Passkeys } from './keys/Slots';
import type { StorageArea } from './storage/StorageArea';
import type { Store } from './storage/Store';

/** Passes messages between the contexts of this extension (its pages and the background). */
export interface Bus {
  post(message: VaultMessage): void;
  /**
   * Subscribes to messages of other contexts. The context's own messages aren't delivered. Returns an unsubscribe
   * function.
   */
  subscribe(listener: (message: VaultMessage) => void): () => void;
  close(): void;
}

export type VaultMessage = 'changed' | 'locked' | 'unlocked';

/**
 * Runs one task at a time across all contexts. `vault` serializes writers of the stores, `session` serializes
 * writers of the unlocked key. A task that holds `vault` may take `session`, but not the reverse. `settings` is
 * independent of the others.
 */
export type Exclusive = <T>(
  what: 'vault' | 'session' | 'settings',
  work: () => Promise<T>,
) => Promise<T>;

/** Rules for passphrases, which an administrator may set. */
export interface PassphraseRules {
  /** Minimum length in characters, at least 8. */
  readonly leastLength: number;
  /** Whether a vault must have a passphrase. */
  readonly required: boolean;
}

/** The dependencies of the vault. */
export interface VaultDeps {
  /** The IndexedDB store. Its factory sets `lost` through `onLoss`. */
  readonly primary: Store;
  /** Whether the browser reported data loss when it opened the primary store. */
  readonly lost: () => boolean;
  /** The name of the IndexedDB database with the pictures of accounts. */
  readonly iconDatabase: string;
  /** The extension's local storage, for the mirror and settings. */
  readonly local: StorageArea;
  /**
   * Whether the browser never keeps IndexedDB, as in Firefox's permanent private browsing. If so, a primary store
   * that can't be opened doesn't count as damage.
   */
  readonly privateBrowsing: () => boolean;
  /** Minutes of inactivity until the vault locks; 0 for never. */
  readonly lockAfter: () => Promise<number>;
  /** Rules for new passphrases. Default: 8 characters, not required. */
  readonly rules?: () => Promise<PassphraseRules>;
  /** Whether a new passphrase is common or easy to guess. */
  readonly isGuessable: (passphrase: string) => Promise<boolean>;
  readonly passkeys: Passkeys;
  /** A storage area in memory, which all contexts share and which is cleared when the browser closes. */
  readonly session: StorageArea;
  readonly bus: Bus;
  readonly exclusive: Exclusive;
  readonly derive: Derive;
  /** Loads the public-key sealing, which opens slots and replaces the vault key. */
  readonly sealing: () => Promise<PublicKeySealing>;
  /** KDF costs of new passphrase slots. Default: 64 MiB and 3 passes. */
  readonly costs?: KdfCosts;
  /** Upgrades from earlier format versions. Default: the upgrades of all released versions. */
  readonly steps?: readonly FormatUpgrade[];
  /** Stamps changes and merges versions. Loaded at the first change. */
  readonly merging: () => Promise<EntryMerging>;
  /** Returns milliseconds since the Unix epoch. */
  readonly clock: Clock;
  readonly random: Random;
}
