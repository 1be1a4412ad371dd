import type { Backups } from './backup/Backups';
import type { EntrySummary } from './entries/Entry';
import type { HealthReport, RescueFile } from './health/Health';
import type { Replication } from './entries/Replication';
import type { Slots } from './keys/Slots';
import type { Vault } from './Vault';

/** Verifies and repairs the stores, and rescues what can't be repaired. */
export interface Health {
  /** Returns the report of the last opening or check, or null if nothing was verified yet. */
  report(): Promise<HealthReport | null>;
  /** Verifies every record of both stores and repairs what it can. */
  check(): Promise<HealthReport>;
  /** Returns everything that is stored, still encrypted. Needs no key. For support with a damaged vault. */
  rescue(): Promise<RescueFile>;
  /** Deletes the records that can't be repaired. */
  discardDamaged(): Promise<void>;
  /**
   * Deletes another vault that one of the stores holds, and records of other vaults. Afterwards both stores hold only
   * this vault.
   */
  deleteOtherVault(): Promise<void>;
}

/** Removed entries, kept for 30 days. */
export interface Trash {
  /** Returns the entries in the trash, the newest first. */
  list(): Promise<readonly EntrySummary[]>;
  /** Deletes entries permanently. Throws `vault/no-entry` if one isn't in the trash. */
  purge(ids: readonly string[]): Promise<void>;
  /** Deletes entries that were in the trash for 30 days. Returns their number. */
  purgeExpired(): Promise<number>;
}

/** A vault that was set aside for another one. It stays on this computer, still encrypted. */
export interface SetAsideVault {
  readonly id: string;
  /** Milliseconds since the Unix epoch. */
  readonly setAsideAt: number;
  /** Number of its records, including the trash and the shared record. */
  readonly records: number;
}

/** Replaces a vault that doesn't open without losing it. Needs no key. */
export interface SetAside {
  /** Returns the vaults that were set aside, the newest first. */
  list(): Promise<readonly SetAsideVault[]>;
  /**
   * Sets the current vault aside, if there is one. Afterwards a new one can be created. Throws `vault/tampered` if the
   * copy differs, or if neither store can be cleared.
   */
  startAnew(): Promise<void>;
  /**
   * Sets the current vault aside and brings this one back, locked. Throws `vault/no-entry`, or `vault/tampered` as
   * `startAnew` does.
   */
  reopen(id: string): Promise<void>;
  /** Permanently deletes a vault that was set aside. */
  remove(id: string): Promise<void>;
}

/** The vault with its security functions, for the page "Vault security" and the background. */
export interface SecureVault extends Vault {
  /**
   * Creates a vault that opens by itself: anyone who can read the browser's profile can read it. Throws
   * `vault/passphrase-required` if the rules forbid it, `vault/exists` if there is another vault.
   */
  createWithoutPassphrase(): Promise<void>;
  /** Whether the vault is open and has no passphrase. Such a vault opens by itself. */
  hasNoPassphrase(): Promise<boolean>;
  /**
   * When the vault locks after inactivity, in milliseconds since the Unix epoch. Null if never, or if it is
   * locked.
   */
  endsAt(): Promise<number | null>;
  readonly slots: Slots;
  readonly health: Health;
  readonly trash: Trash;
  readonly setAside: SetAside;
  readonly backups: Backups;
}

/** The vault with what the background needs to sync it. */
export interface SharedVault extends SecureVault {
  readonly replication: Replication;
}
