import { fromBase64url, timingSafeEqual, toBase64url } from '../../crypto';
import { readFrame, writeFrame, type HeadFrame } from './headFrame';
import { deriveKeys, endMark, formatVersion, type EpochKeys } from './keys';
import { rowsOf, versionsOf } from './manifestRows';
import { isSlot, type AnySlot } from './Slot';

/** What holds a vault together: its slots, and the manifest of the records that belong to it. */
export interface Head {
  /** base64url of 16 random bytes. */
  readonly vault: string;
  /** Counts the vault keys, from 1. */
  readonly epoch: number;
  /** Counts the changes, from 1. */
  readonly revision: number;
  readonly slots: readonly AnySlot[];
  /** The version of every record, by id. */
  readonly versions: ReadonlyMap<string, number>;
  /** The marks of the epochs before this one, base64url by epoch, the latest of them. */
  readonly ended: ReadonlyMap<number, string>;
}

/** A head out of a store. */
export interface ReadHead extends Head {
  /** Written by a newer format, whose readers may be as old as ours; its writers may not. */
  readonly newer: boolean;
}

/** A head as it was read: of the right form, but trusted only once `authentic` says so. */
export interface StoredHead extends ReadHead {
  /** False where only a newer version can read it: then it has no slots and no records here. */
  readonly readable: boolean;
  /** Whether the unkeyed checksum is right: tells bit rot without a key. It decides nothing else. */
  readonly hasValidChecksum: () => boolean;
  /** Whether the vault's own key made this text. Compared in constant time. */
  readonly verifyMac: (keys: EpochKeys) => boolean;
  /** As `authentic`, by the vault key itself, from which every format version derives its own keys. */
  readonly verifyWithVaultKey: (vaultKey: Uint8Array) => boolean;
}

/** Slots that a head may have. */
const mostSlots = 64;

/** Epochs whose end a head tells. */
const mostEnded = 16;

/**
 * The body is JSON with the vault's id, epoch, revision, slots, the rows of the manifest (`records`), and `ended`,
 * rows of an epoch and its mark. In every later version vault, epoch, revision and `ended` stay as they are. A
 * version that our readers understand says so: `since`, the oldest version whose readers do.
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

/** The slots and records of a body, or null where they have not the right form. */
function contentOf(fields: NonNullable<HeadFrame['fields']>) {
  const { slots, records } = fields;
  const versions = versionsOf(records);
  if (!versions || !Array.isArray(slots) || slots.length > mostSlots) return null;
  return slots.every(isSlot) ? { slots, versions } : null;
}

const nothing = { slots: [], versions: new Map<string, number>() };

/** A head out of its text, or null where it is too damaged to say. */
export function decodeHead(text: string): StoredHead | null {
  const frame = readFrame(text);
  if (!frame?.fields || frame.version < formatVersion) return null;
  const { hasValidChecksum, madeWith, fields } = frame;
  const newer = frame.version > formatVersion;
  // A flipped bit is no newer version.
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

/** How a store's head is read: null where there is none, or one that is too damaged to say. */
export type HeadDecoder = (text: string | null) => StoredHead | null;

/** Knows our own format alone. */
export const decodeCurrentHead: HeadDecoder = (text) => decodeHead(text ?? '');

/** What a new epoch says of those before it. */
export function withEnd({ ended }: Pick<Head, 'ended'>, keys: EpochKeys): Head['ended'] {
  const rows = [...ended, [keys.epoch, toBase64url(endMark(keys))] as const];
  return new Map(rows.slice(-mostEnded));
}

/**
 * Whether another head says that the epoch of these keys has ended: what opens it was changed or revoked, and going
 * on from it would take back all that came after. Only the keys themselves can tell.
 */
export const isEnded = (keys: EpochKeys, heads: readonly (StoredHead | null)[]): boolean =>
  heads.some((head) => {
    const mark =
      head?.vault === keys.vault ? fromBase64url(head.ended.get(keys.epoch) ?? '') : null;
    return mark !== null && mark !== undefined && timingSafeEqual(mark, endMark(keys));
  });
