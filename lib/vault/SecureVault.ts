import type { Backups } from './backup/Backups';
import type { EntrySummary } from './entries/Entry';
import type { HealthReport, RescueFile } from './health/Health';
import type { Replication } from './entries/Replication';
import type { DraftSealing } from './keys/createDraftSealing';
import type { Icons } from './icons/Icons';
import type { Slots } from './keys/Slots';
import type { Vault } from './Vault';

/** Verifies and repairs the stores, and exports what can't be repaired. */
export interface Health {
  /**
   * Returns the report of the last verification. If nothing was verified since unlocking, verifies both stores
   * first. Returns null if the vault was locked in the meantime. Throws `vault/locked` or `vault/tampered`.
   */
  report(): Promise<HealthReport | null>;
  /** Verifies every record of both stores and repairs what it can. */
  check(): Promise<HealthReport>;
  /**
   * Returns the content of both stores, still encrypted. Needs no key. Users send this content to support if the
   * vault is damaged.
   */
  rescue(): Promise<RescueFile>;
  /** Deletes the records that can't be repaired. */
  discardDamaged(): Promise<void>;
  /** Deletes the records of other vaults from both stores, so that both hold only this vault. */
  deleteOtherVault(): Promise<void>;
  /** Accepts the older state of a vault that was rolled back, which ends the finding `vault-rolled-back`. */
  acceptRollback(): Promise<void>;
}

/** Removed entries. They can be restored for 30 days. */
export interface Trash {
  /** Returns the entries in the trash, the newest first. */
  list(): Promise<readonly EntrySummary[]>;
  /** Deletes entries permanently. Throws `vault/no-entry` if an entry isn't in the trash. */
  purge(ids: readonly string[]): Promise<void>;
  /** Deletes entries permanently after 30 days in the trash. Returns their number. */
  purgeExpired(): Promise<number>;
}

/**
 * A vault that was set aside, so that another vault could take its place. It stays on this computer, still
 * encrypted.
 */
export interface SetAsideVault {
  readonly id: string;
  /** When the vault was set aside, in milliseconds since the Unix epoch. */
  readonly setAsideAt: number;
  /** Number of records, including the trash and the shared record. */
  readonly records: number;
}

/** Sets vaults aside without losing them, for example a vault that doesn't open. Needs no key. */
export interface SetAside {
  /** Returns the vaults that were set aside, the newest first. */
  list(): Promise<readonly SetAsideVault[]>;
  /**
   * Sets the current vault aside, if there is one, so that a new vault can be created. Throws `vault/tampered` if
   * the copy differs from the vault, or if neither store can be cleared.
   */
  startAnew(): Promise<void>;
  /**
   * Sets the current vault aside and restores the vault with this id, locked. Throws `vault/no-entry`. Throws
   * `vault/tampered` if the copy differs from the current vault, or if neither store can be written.
   */
  reopen(id: string): Promise<void>;
  /** Permanently deletes a vault that was set aside, with its pictures. */
  remove(id: string): Promise<void>;
}

/** The vault with its security functions. Used by the Vault security page and the background. */
export interface SecureVault extends Vault {
  /**
   * Creates a vault that opens by itself. Anyone who can read the browser's profile can read the vault. Throws
   * `vault/passphrase-required` if the rules require a passphrase, `vault/exists` if there is a vault.
   */
  createWithoutPassphrase(): Promise<void>;
  /** Whether the vault is open and has no passphrase. A vault without a passphrase opens by itself. */
  hasNoPassphrase(): Promise<boolean>;
  /**
   * Returns when the vault locks if it isn't used, in milliseconds since the Unix epoch. Null if the vault never
   * locks by itself or is locked.
   */
  endsAt(): Promise<number | null>;
  readonly slots: Slots;
  readonly drafts: DraftSealing;
  readonly health: Health;
  readonly trash: Trash;
  readonly setAside: SetAside;
  readonly backups: Backups;
}

/** The vault with the pictures of accounts, which only pages show. */
export interface PageVault extends SecureVault {
  readonly icons: Icons;
}

/** The vault with replication, which the background uses to sync. */
export interface SharedVault extends SecureVault {
  readonly replication: Replication;
}
