import type { Moment, ReplicaId, Stamp } from './stamp';
import type { FieldValues, OtpValue } from './SyncState';

/**
 * The sync metadata in an entry's sealed record, as JSON: everything of a `LiveEntry` that the plain fields
 * lack. `at` is the entry's oldest stamp and applies to every part that isn't listed.
 */
export interface EntryStamps {
  readonly at: Stamp;
  readonly fields?: { readonly [K in keyof FieldValues]?: Stamp };
  readonly otp?: Stamp;
  /** Concurrent writes that are not in force. */
  readonly otherOtps?: readonly (readonly [Stamp, OtpValue])[];
  readonly codes?: Stamp;
  readonly otherCodes?: readonly (readonly [Stamp, readonly string[]])[];
  /** By fingerprint, except for the secret in force, whose counter is the entry's. */
  readonly counters?: readonly (readonly [string, number])[];
  /** Used codes that aren't in the list in force. */
  readonly used?: readonly (readonly [string, number])[];
  /** Elements with a stamp of their own, and removed ones (0). */
  readonly tags?: readonly (readonly [string, Stamp, 0 | 1])[];
  readonly hosts?: readonly (readonly [string, Stamp, 0 | 1])[];
  /** What was seen beyond the stamps above. */
  readonly seen?: readonly (readonly [ReplicaId, Moment])[];
}
