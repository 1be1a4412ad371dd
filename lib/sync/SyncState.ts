import type { Otp } from '../otp';
import type { Stamp, VersionVector } from './stamp';

/** A value and its last write. */
export interface Register<T> {
  readonly at: Stamp;
  readonly value: T;
}

/**
 * A register that keeps all concurrent writes, each under its stamp (a multi-value register with the
 * entry's version vector as its context). The latest is in force; the others are conflicts.
 */
export type Siblings<T> = ReadonlyMap<Stamp, T>;

/** The fields with one register each. */
export interface FieldValues {
  readonly issuer: string;
  readonly account: string;
  readonly note: string;
  readonly icon: string;
  readonly pinned: boolean;
  readonly position: number;
  /** When it was moved to the trash, or null. */
  readonly deletedAt: number | null;
}

/** The secret in base64url with its parameters. The counter is separate, because it only grows. */
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
  /** Whether each element that ever existed exists now. */
  readonly tags: ReadonlyMap<string, Register<boolean>>;
  readonly hosts: ReadonlyMap<string, Register<boolean>>;
  /** The latest write of each replica that is included here. */
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

/** Returns the stamp of the sibling in force. There always is one. */
export function winner<T>(siblings: Siblings<T>): readonly [Stamp, T] {
  let found: readonly [Stamp, T] | undefined;
  for (const sibling of siblings) if (!found || sibling[0] > found[0]) found = sibling;
  if (!found) throw new Error('A register without a value');
  return found;
}
