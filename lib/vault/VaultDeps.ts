import type { Clock } from '../clock';
import type { Derive, KdfCosts, PublicKeySealing, Random } from '../crypto';
import type { FormatUpgrade } from './migration/FormatUpgrade';
import type { EntryMerging } from './entries/EntryMerging';
import type { Passkeys } from './keys/Slots';
import type { StorageArea } from './storage/StorageArea';
import type { Store } from './storage/Store';

/** Tells the other pages of this extension, and hears them. */
export interface Bus {
  post(message: VaultMessage): void;
  /** Hears what other contexts post, not what this one does. Answers its own end. */
  subscribe(listener: (message: VaultMessage) => void): () => void;
  close(): void;
}

export type VaultMessage = 'changed' | 'locked' | 'unlocked';

/**
 * Runs one piece of work at a time over all contexts. `vault` serializes what writes the stores,
 * `session` what writes the unlocked key; the second may be taken inside the first. `settings` stands alone.
 */
export type Exclusive = <T>(
  what: 'vault' | 'session' | 'settings',
  work: () => Promise<T>,
) => Promise<T>;

/** What an administrator may ask of passphrases. */
export interface PassphraseRules {
  /** Characters; never less than 8. */
  readonly leastLength: number;
  /** Whether there may be no vault without one. */
  readonly required: boolean;
}

/** All that the vault needs of the world. */
export interface VaultDeps {
  /** IndexedDB; `onLoss` of its factory leads to `lost`. */
  readonly primary: Store;
  /** Whether the browser said that it lost data when it opened the primary store. */
  readonly lost: () => boolean;
  /** The extension's local storage: the mirror, and settings. */
  readonly local: StorageArea;
  /**
   * Whether the browser keeps no IndexedDB on principle (Firefox, always private): only there is a
   * primary store that can't be opened no damage.
   */
  readonly privateBrowsing: () => boolean;
  /** Minutes without use until the vault locks; 0 for never. */
  readonly lockAfter: () => Promise<number>;
  /** What new passphrases have to be; 8 characters, and none required, unless said otherwise. */
  readonly rules?: () => Promise<PassphraseRules>;
  readonly passkeys: Passkeys;
  /** In memory only, shared by all contexts, gone with the browser. */
  readonly session: StorageArea;
  readonly bus: Bus;
  readonly exclusive: Exclusive;
  readonly derive: Derive;
  /** Fetches what seals keys to slots; needed where one is opened or the vault key replaced. */
  readonly sealing: () => Promise<PublicKeySealing>;
  /** What new passphrase slots cost; 64 MiB and three passes unless said otherwise. */
  readonly costs?: KdfCosts;
  /** What leads from earlier format versions to ours; those of the releases unless said otherwise. */
  readonly steps?: readonly FormatUpgrade[];
  /** How changes are stamped and versions merged; fetched at the first change. */
  readonly merging: () => Promise<EntryMerging>;
  /** Milliseconds. */
  readonly clock: Clock;
  readonly random: Random;
}
