import { fromBase64url, timingSafeEqual, toBase64url } from '../../crypto';
import { readFrame, writeFrame, type HeadFrame } from './headFrame';
import { deriveKeys, endMark, formatVersion, type EpochKeys } from './keys';
import { rowsOf, versionsOf } from './manifestRows';
import { isSlot, type AnySlot } from './Slot';

/** The head of a vault: its slots, and the manifest of its records. */
export interface Head {
  /** base64url of 16 random bytes. Identifies the vault. */
  readonly vault: string;
  /** Number of the vault key, counted from 1. A new key begins a new epoch. */
  readonly epoch: number;
  /** Number of the last change, counted from 1. */
  readonly revision: number;
  readonly slots: readonly AnySlot[];
  /** The version of every record (the revision that wrote it), by record id. */
  readonly versions: ReadonlyMap<string, number>;
  /** The end marks of the latest earlier epochs, in base64url, by epoch. */
  readonly ended: ReadonlyMap<number, string>;
}

/** A head read from a store. */
export interface ReadHead extends Head {
  /** Whether a newer format wrote the head. This version can read such a head, but must not change it. */
  readonly newer: boolean;
}

/** A parsed head. It isn't authenticated until `verifyMac` returns true. */
export interface StoredHead extends ReadHead {
  /** Whether this version can read the slots and records. If false, `slots` and `versions` are empty. */
  readonly readable: boolean;
  /** Whether the checksum is valid. The checksum needs no key and detects bit rot, but not tampering. */
  readonly hasValidChecksum: () => boolean;
  /** Whether a holder of these keys made the head. Compares in constant time. */
  readonly verifyMac: (keys: EpochKeys) => boolean;
  /** Like `verifyMac`, but derives the keys from the vault key as the head's format requires. */
  readonly verifyWithVaultKey: (vaultKey: Uint8Array) => boolean;
}

/** Maximum number of slots in a head. */
const mostSlots = 64;

/** Maximum number of ended epochs in a head. */
const mostEnded = 16;

/**
 * Encodes a head. The body is JSON with vault id, epoch, revision, slots, manifest rows (`records`) and `ended`,
 * a list of epochs with their end marks. Later versions must not change the meaning of vault, epoch, revision and
 * `ended`. A version that older versions can read adds `since`, the oldest of these versions.
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

/** Parses a head of the current or a newer format. Returns null if the text isn't a head or is damaged. */
export function decodeHead(text: string): StoredHead | null {
  const frame = readFrame(text);
  if (!frame?.fields || frame.version < formatVersion) return null;
  const { hasValidChecksum, madeWith, fields } = frame;
  const newer = frame.version > formatVersion;
  // A newer version number may also result from bit rot, which the checksum detects.
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

/** Parses a store's head. Returns null if there is no head or it is damaged. */
export type HeadDecoder = (text: string | null) => StoredHead | null;

/** Parses a head of the current format or of a newer format. */
export const decodeCurrentHead: HeadDecoder = (text) => decodeHead(text ?? '');

/** Adds the end mark of these keys' epoch to the end marks of a head. Keeps the latest 16. */
export function withEnd({ ended }: Pick<Head, 'ended'>, keys: EpochKeys): Head['ended'] {
  const rows = [...ended, [keys.epoch, toBase64url(endMark(keys))] as const];
  return new Map(rows.slice(-mostEnded));
}

/**
 * Whether a head contains the end mark of these keys' epoch, because the passphrase was changed or a slot was
 * revoked. Continuing with an ended key would revert all later changes. Nobody without the key can compute its
 * mark.
 */
export const isEnded = (keys: EpochKeys, heads: readonly (StoredHead | null)[]): boolean =>
  heads.some((head) => {
    const mark =
      head?.vault === keys.vault ? fromBase64url(head.ended.get(keys.epoch) ?? '') : null;
    return mark !== null && mark !== undefined && timingSafeEqual(mark, endMark(keys));
  });
