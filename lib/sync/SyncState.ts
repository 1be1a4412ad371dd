import type { Otp } from '../otp';
import type { Stamp, VersionVector } from './stamp';

/** A value and the stamp of its last write. */
export interface Register<T> {
  readonly at: Stamp;
  readonly value: T;
}

/**
 * A register that keeps all concurrent writes, each under its stamp. It is a multi-value register with the
 * entry's version vector as its context. The latest write is in force, and the other writes conflict with it.
 */
export type Siblings<T> = ReadonlyMap<Stamp, T>;

/** The fields that have one register each. */
export interface FieldValues {
  readonly issuer: string;
  readonly account: string;
  readonly note: string;
  readonly icon: string;
  readonly pinned: boolean;
  readonly position: number;
  /** When the entry was moved to the trash, in milliseconds, or null. */
  readonly deletedAt: number | null;
}

/** The secret in base64url, with its parameters. The HOTP counter is separate, because it only grows. */
export interface OtpValue extends Omit<Otp, 'secret' | 'counter'> {
  readonly secret: string;
}

/** An entry that was not purged. */
export interface LiveEntry {
  readonly createdAt: number;
  readonly fields: { readonly [K in keyof FieldValues]: Register<FieldValues[K]> };
  readonly otp: Siblings<OtpValue>;
  readonly codes: Siblings<readonly string[]>;
  /** The highest known HOTP counter, by the secret's fingerprint. */
  readonly counters: ReadonlyMap<string, number>;
  /** When each used backup code was first used, in milliseconds. */
  readonly used: ReadonlyMap<string, number>;
  /** Every tag that the entry ever had, and whether the entry has it now. */
  readonly tags: ReadonlyMap<string, Register<boolean>>;
  readonly hosts: ReadonlyMap<string, Register<boolean>>;
  /** The latest write of each replica that this state includes. */
  readonly seen: VersionVector;
}

/** The tombstone of a permanently deleted entry. */
export interface PurgedEntry {
  readonly purged: Stamp;
  /** The writes that the purge had seen. */
  readonly seen: VersionVector;
}

export type EntryState = LiveEntry | PurgedEntry;

/** All entries, by id. */
export type SyncState = ReadonlyMap<string, EntryState>;

export const isPurged = (entry: EntryState): entry is PurgedEntry => 'purged' in entry;

export const fieldNames = [
  'issuer',
  'account',
  'note',
  'icon',
  'pinned',
  'position',
  'deletedAt',
] as const satisfies readonly (keyof FieldValues)[];

/** Returns the stamp and the value of the write in force. Throws if there is no write. */
export function winner<T>(siblings: Siblings<T>): readonly [Stamp, T] {
  let found: readonly [Stamp, T] | undefined;
  for (const sibling of siblings) if (!found || sibling[0] > found[0]) found = sibling;
  if (!found) throw new Error('A register without a value');
  return found;
}
