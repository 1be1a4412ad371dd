import type { Moment, ReplicaId, Stamp } from './stamp';
import type { FieldValues, OtpValue } from './SyncState';

/**
 * The sync metadata in an entry's sealed record, as JSON. Together, this metadata and the entry's plain fields
 * make up a `LiveEntry`. `at` is the entry's oldest stamp and applies to every part without a stamp of its own.
 */
export interface EntryStamps {
  readonly at: Stamp;
  readonly fields?: { readonly [K in keyof FieldValues]?: Stamp };
  readonly otp?: Stamp;
  /** Concurrent writes of the secret that are not in force. */
  readonly otherOtps?: readonly (readonly [Stamp, OtpValue])[];
  readonly codes?: Stamp;
  readonly otherCodes?: readonly (readonly [Stamp, readonly string[]])[];
  /**
   * HOTP counters by the fingerprint of their secret. The counter of the secret in force is in the entry itself.
   */
  readonly counters?: readonly (readonly [string, number])[];
  /** Used codes that aren't in the list in force, with the time of use in milliseconds. */
  readonly used?: readonly (readonly [string, number])[];
  /** Tags that have a stamp of their own (1) or were removed (0). */
  readonly tags?: readonly (readonly [string, Stamp, 0 | 1])[];
  readonly hosts?: readonly (readonly [string, Stamp, 0 | 1])[];
  /** The latest moment of each replica that has a later moment than the stamps above show. */
  readonly seen?: readonly (readonly [ReplicaId, Moment])[];
}
