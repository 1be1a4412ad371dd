import type { Clock } from '../clock';
import type { Derive, KdfCosts, PublicKeySealing, Random } from '../crypto';
import type { FormatUpgrade } from './migration/FormatUpgrade';
import type { EntryMerging } from './entries/EntryMerging';
import type { Passkeys } from './keys/Slots';
import type { StorageArea } from './storage/StorageArea';
import type { Store } from './storage/Store';

/** Notifies the other pages of this extension, and listens to them. */
export interface Bus {
  post(message: VaultMessage): void;
  /** Listens to what other contexts post, not to its own posts. Returns an unsubscribe function. */
  subscribe(listener: (message: VaultMessage) => void): () => void;
  close(): void;
}

export type VaultMessage = 'changed' | 'locked' | 'unlocked';

/**
 * Runs one task at a time across all contexts. `vault` serializes writers of the stores, `session` writers
 * of the unlocked key; the second may be taken inside the first. `settings` is independent.
 */
export type Exclusive = <T>(
  what: 'vault' | 'session' | 'settings',
  work: () => Promise<T>,
) => Promise<T>;

/** Rules for passphrases that an administrator may set. */
export interface PassphraseRules {
  /** Minimum length in characters, at least 8. */
  readonly leastLength: number;
  /** Whether a vault must have a passphrase. */
  readonly required: boolean;
}

/** The dependencies of the vault. */
export interface VaultDeps {
  /** IndexedDB. `onLoss` of its factory leads to `lost`. */
  readonly primary: Store;
  /** Whether the browser reported data loss when it opened the primary store. */
  readonly lost: () => boolean;
  /** The extension's local storage, for the mirror and settings. */
  readonly local: StorageArea;
  /**
   * Whether the browser never keeps IndexedDB (Firefox, permanent private browsing). Only then is a primary
   * store that can't be opened not damage.
   */
  readonly privateBrowsing: () => boolean;
  /** Minutes of inactivity until the vault locks; 0 for never. */
  readonly lockAfter: () => Promise<number>;
  /** Rules for new passphrases. Default: 8 characters, not required. */
  readonly rules?: () => Promise<PassphraseRules>;
  /** Whether a new passphrase is common or otherwise too easy to guess. */
  readonly isGuessable: (passphrase: string) => Promise<boolean>;
  readonly passkeys: Passkeys;
  /** In memory only, shared by all contexts, cleared when the browser closes. */
  readonly session: StorageArea;
  readonly bus: Bus;
  readonly exclusive: Exclusive;
  readonly derive: Derive;
  /** Loads the code that seals keys to slots, which is needed to open one and to replace the vault key. */
  readonly sealing: () => Promise<PublicKeySealing>;
  /** KDF costs of new passphrase slots. Default: 64 MiB and three passes. */
  readonly costs?: KdfCosts;
  /** Upgrades from earlier format versions. Default: those of the released versions. */
  readonly steps?: readonly FormatUpgrade[];
  /** Stamps changes and merges versions. Loaded at the first change. */
  readonly merging: () => Promise<EntryMerging>;
  /** Returns milliseconds since the Unix epoch. */
  readonly clock: Clock;
  readonly random: Random;
}
