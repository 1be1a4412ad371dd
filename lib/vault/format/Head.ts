import { fromBase64url, timingSafeEqual, toBase64url } from '../../crypto';
import { readFrame, writeFrame, type HeadFrame } from './headFrame';
import { deriveKeys, endMark, formatVersion, type EpochKeys } from './keys';
import { rowsOf, versionsOf } from './manifestRows';
import { isSlot, type AnySlot } from './Slot';

/** The head of a vault: its slots, and the manifest of its records. */
export interface Head {
  /** base64url of 16 random bytes. */
  readonly vault: string;
  /** Number of the vault key, from 1. */
  readonly epoch: number;
  /** Number of the last change, from 1. */
  readonly revision: number;
  readonly slots: readonly AnySlot[];
  /** The version of every record, by id. */
  readonly versions: ReadonlyMap<string, number>;
  /** The marks of earlier epochs, in base64url by epoch; only the latest ones are kept. */
  readonly ended: ReadonlyMap<number, string>;
}

/** A head read from a store. */
export interface ReadHead extends Head {
  /** Written by a newer format that our readers understand, but our writers must not change. */
  readonly newer: boolean;
}

/** A parsed head. It is trusted only after `verifyMac`. */
export interface StoredHead extends ReadHead {
  /** False if only a newer version can read it. Then it has no slots and records here. */
  readonly readable: boolean;
  /** Whether the unkeyed checksum is valid: detects bit rot without a key. Used for nothing else. */
  readonly hasValidChecksum: () => boolean;
  /** Whether the vault's own key made this text. Compares in constant time. */
  readonly verifyMac: (keys: EpochKeys) => boolean;
  /** Like `verifyMac`, with the vault key, from which every format version derives its own keys. */
  readonly verifyWithVaultKey: (vaultKey: Uint8Array) => boolean;
}

/** Maximum number of slots in a head. */
const mostSlots = 64;

/** Maximum number of ended epochs in a head. */
const mostEnded = 16;

/**
 * The body is JSON with the vault's id, epoch, revision, slots, the rows of the manifest (`records`), and `ended`,
 * rows of an epoch and its mark. Later versions must keep vault, epoch, revision and `ended` unchanged. A version
 * that older readers understand has `since`, the oldest version whose readers do.
 */
export function encodeHead(head: Head, keys: EpochKeys): string {
  const { vault, epoch, revision, slots, versions, ended } = head;
  const fields = { vault, epoch, revision, slots, records: rowsOf(versions), ended: [...ended] };
  return writeFrame(formatVersion, keys.manifest, JSON.stringify(fields));
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= 0xff_ff_ff_ff;

function endedOf(value: unknown): Map<number, string> | null {
  if (!Array.isArray(value) || value.length > mostEnded) return null;
  const rows = value.map((row: unknown): [number, string] | null => {
    const [epoch, mark]: unknown[] = Array.isArray(row) ? row : [];
    return isCount(epoch) && typeof mark === 'string' ? [epoch, mark] : null;
  });
  return rows.every((row) => row !== null) ? new Map(rows) : null;
}

/** Returns the slots and records of a body, or null if they are invalid. */
function contentOf(fields: NonNullable<HeadFrame['fields']>) {
  const { slots, records } = fields;
  const versions = versionsOf(records);
  if (!versions || !Array.isArray(slots) || slots.length > mostSlots) return null;
  return slots.every(isSlot) ? { slots, versions } : null;
}

const nothing = { slots: [], versions: new Map<string, number>() };

/** Parses a head, or returns null if it is too damaged. */
export function decodeHead(text: string): StoredHead | null {
  const frame = readFrame(text);
  if (!frame?.fields || frame.version < formatVersion) return null;
  const { hasValidChecksum, madeWith, fields } = frame;
  const newer = frame.version > formatVersion;
  // A flipped bit doesn't make it a newer version.
  if (newer && !hasValidChecksum()) return null;
  const { vault, epoch, revision, since } = fields;
  const ended = endedOf(fields['ended'] ?? (newer ? [] : null));
  if (typeof vault !== 'string' || !isCount(epoch) || !isCount(revision) || !ended) return null;
  const readable = !newer || (isCount(since) && since <= formatVersion);
  const content = readable ? contentOf(fields) : nothing;
  if (!content) return null;
  const verifyMac = (keys: EpochKeys) =>
    keys.epoch === epoch && keys.vault === vault && madeWith(keys.manifest);
  const verifyWithVaultKey = (vaultKey: Uint8Array) =>
    verifyMac(deriveKeys(vaultKey, vault, epoch));
  return {
    vault,
    epoch,
    revision,
    ended,
    ...content,
    newer,
    readable,
    hasValidChecksum,
    verifyMac,
    verifyWithVaultKey,
  };
}

/** Reads a store's head. Returns null if there is none or it is too damaged. */
export type HeadDecoder = (text: string | null) => StoredHead | null;

/** Reads the current format only. */
export const decodeCurrentHead: HeadDecoder = (text) => decodeHead(text ?? '');

/** Returns the marks that a new epoch keeps of earlier ones. */
export function withEnd({ ended }: Pick<Head, 'ended'>, keys: EpochKeys): Head['ended'] {
  const rows = [...ended, [keys.epoch, toBase64url(endMark(keys))] as const];
  return new Map(rows.slice(-mostEnded));
}

/**
 * Whether another head shows that the epoch of these keys has ended, because its passphrase was changed or a slot
 * revoked. Going on from it would revert everything after that. Only the keys themselves can prove it.
 */
export const isEnded = (keys: EpochKeys, heads: readonly (StoredHead | null)[]): boolean =>
  heads.some((head) => {
    const mark =
      head?.vault === keys.vault ? fromBase64url(head.ended.get(keys.epoch) ?? '') : null;
    return mark !== null && mark !== undefined && timingSafeEqual(mark, endMark(keys));
  });
