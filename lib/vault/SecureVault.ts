import type { Backups } from './backup/Backups';
import type { EntrySummary } from './entries/Entry';
import type { HealthReport, RescueFile } from './health/Health';
import type { Slots } from './keys/Slots';
import type { Vault } from './Vault';

/** Verifying, and saving what can't be put right. */
export interface Health {
  /** What the last opening or check found; null while nothing was verified yet. */
  report(): Promise<HealthReport | null>;
  /** Verifies every record of both stores now, and heals what can be healed. */
  check(): Promise<HealthReport>;
  /** Everything that is stored, as it is: needs no key. For people who help with a damaged vault. */
  rescue(): Promise<RescueFile>;
  /** Gives up the records that are damaged for good. */
  discardDamaged(): Promise<void>;
  /**
   * Gives up another vault that one of the stores holds, and records of others: from then on both stores hold
   * this vault alone.
   */
  deleteOtherVault(): Promise<void>;
}

/** Entries that were removed, for 30 days. */
export interface Trash {
  /** The newest first. */
  list(): Promise<readonly EntrySummary[]>;
  /** For good. Only entries that are in the trash; throws `vault/no-entry`. */
  purge(ids: readonly string[]): Promise<void>;
  /** Purges what has been there for 30 days; answers how many. */
  purgeExpired(): Promise<number>;
}

/** The vault with everything that keeps it safe, for the page "Vault security" and the background. */
export interface SecureVault extends Vault {
  /**
   * A vault that opens by itself: whoever can read the browser's profile can read it. Throws
   * `vault/passphrase-required` where the rules forbid it, `vault/exists` over another vault.
   */
  createWithoutPassphrase(): Promise<void>;
  /** Whether it is open and has no passphrase: such a vault opens again by itself. */
  hasNoPassphrase(): Promise<boolean>;
  /** When it locks for want of use, in milliseconds since the Unix epoch; null: never, or it is locked. */
  endsAt(): Promise<number | null>;
  readonly slots: Slots;
  readonly health: Health;
  readonly trash: Trash;
  readonly backups: Backups;
}
