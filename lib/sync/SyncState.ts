import type { Otp } from '../otp';
import type { Stamp, VersionVector } from './stamp';

/** A value and when it was written last. */
export interface Register<T> {
  readonly at: Stamp;
  readonly value: T;
}

/**
 * A register whose concurrent writes are all kept, each under its stamp (a multi-value register with the
 * entry's version vector as its context). One is in force, the latest; the others are conflicts.
 */
export type Siblings<T> = ReadonlyMap<Stamp, T>;

/** The fields that are one register each. */
export interface FieldValues {
  readonly issuer: string;
  readonly account: string;
  readonly note: string;
  readonly icon: string;
  readonly pinned: boolean;
  readonly position: number;
  /** When it went to the trash, or null. */
  readonly deletedAt: number | null;
}

/** The secret, as base64url, with its parameters; the counter is apart, because it only grows. */
export interface OtpValue extends Omit<Otp, 'secret' | 'counter'> {
  readonly secret: string;
}

/** An entry that was not purged. */
export interface LiveEntry {
  readonly createdAt: number;
  readonly fields: { readonly [K in keyof FieldValues]: Register<FieldValues[K]> };
  readonly otp: Siblings<OtpValue>;
  readonly codes: Siblings<readonly string[]>;
  /** The highest HOTP counter there was, by the secret's fingerprint. */
  readonly counters: ReadonlyMap<string, number>;
  /** When each used backup code was used first, in milliseconds. */
  readonly used: ReadonlyMap<string, number>;
  /** Whether each element that was ever there is there now. */
  readonly tags: ReadonlyMap<string, Register<boolean>>;
  readonly hosts: ReadonlyMap<string, Register<boolean>>;
  /** What of each replica's writes to this entry is in here. */
  readonly seen: VersionVector;
}

/** What is left of an entry that was deleted permanently. */
export interface PurgedEntry {
  readonly purged: Stamp;
  /** What whoever purged it had seen of it. */
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

/** The stamp of the sibling that is in force. There is always one. */
export function winner<T>(siblings: Siblings<T>): readonly [Stamp, T] {
  let found: readonly [Stamp, T] | undefined;
  for (const sibling of siblings) if (!found || sibling[0] > found[0]) found = sibling;
  if (!found) throw new Error('A register without a value');
  return found;
}
