import {
  timingSafeEqual,
  fromBase64url,
  hmacSha256,
  sha256,
  toBase64url,
  utf8,
} from '../../crypto';
import { AppError } from '../../errors';
import { deriveKeys, formatVersion, type EpochKeys } from './keys';
import { isSlot, type Slot } from './Slot';

/** What holds a vault together: its slots, and the manifest of the records that belong to it. */
export interface Head {
  /** base64url of 16 random bytes. */
  readonly vault: string;
  /** Counts the vault keys, from 1. */
  readonly epoch: number;
  /** Counts the changes, from 1. */
  readonly revision: number;
  readonly slots: readonly Slot[];
  /** The version of every record, by id. */
  readonly versions: ReadonlyMap<string, number>;
}

/** A head out of a store. */
export interface ReadHead extends Head {
  /** Written by a newer format, whose readers may be as old as ours; its writers may not. */
  readonly newer: boolean;
}

/** A head as it was read: of the right form, but trusted only once `verifyMac` says so. */
export interface StoredHead extends ReadHead {
  /** Whether the unkeyed checksum is right: tells bit rot without a key. */
  readonly hasValidChecksum: () => boolean;
  /** Whether the vault's own key made this text. Compared in constant time. */
  readonly verifyMac: (keys: EpochKeys) => boolean;
  /** As `verifyMac`, by the vault key itself, from which every format version derives its own keys. */
  readonly verifyWithVaultKey: (vaultKey: Uint8Array) => boolean;
}

const idLength = 16;
const rowLength = idLength + 4;

function rowsOf(versions: Head['versions']): string {
  const rows = new Uint8Array(versions.size * rowLength);
  const view = new DataView(rows.buffer);
  let at = 0;
  // By their UTF-16 units, without a function to compare: they are in order already but for the newest.
  for (const id of [...versions.keys()].toSorted()) {
    const bytes = fromBase64url(id);
    if (bytes?.length === idLength) rows.set(bytes, at);
    view.setUint32(at + idLength, versions.get(id) ?? 0);
    at += rowLength;
  }
  return toBase64url(rows);
}

function versionsOf(text: unknown): Map<string, number> | null {
  const rows = typeof text === 'string' ? fromBase64url(text) : null;
  if (!rows || rows.length % rowLength !== 0) return null;
  const view = new DataView(rows.buffer);
  const versions = new Map<string, number>();
  for (let at = 0; at < rows.length; at += rowLength)
    versions.set(toBase64url(rows.subarray(at, at + idLength)), view.getUint32(at + idLength));
  return versions;
}

const macOf = (keys: EpochKeys, version: number | string, body: string) =>
  hmacSha256(keys.manifest, utf8(`T${version}.${body}`));
const checkOf = (version: number | string, mac: string, body: string) =>
  toBase64url(sha256(utf8(`T${version}.${mac}.${body}`)));

/**
 * `T1.CHECK.MAC.BODY`: the body is JSON with the vault's id, epoch, revision, slots and the sorted rows
 * of 16 bytes id and 4 bytes version; MAC is HMAC-SHA256 over prefix and body under the manifest key;
 * CHECK is SHA-256 over prefix, MAC and body. CHECK and MAC are base64url.
 *
 * In every later version prefix, CHECK, MAC and the place of the body stay as they are. One that our readers
 * understand says so in the body: `since`, the oldest version whose readers do.
 */
export function encodeHead(head: Head, keys: EpochKeys): string {
  const { vault, epoch, revision, slots, versions } = head;
  const body = JSON.stringify({ vault, epoch, revision, slots, records: rowsOf(versions) });
  const mac = toBase64url(macOf(keys, formatVersion, body));
  return `T${formatVersion}.${checkOf(formatVersion, mac, body)}.${mac}.${body}`;
}

function parse(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;

/** A head out of its text, or null where it is too damaged to say. Throws `vault/too-new`. */
export function decodeHead(text: string): StoredHead | null {
  const [, version, check, mac, body] = /^T(\d{1,3})\.([\w-]+)\.([\w-]+)\.(.*)$/s.exec(text) ?? [];
  if (!version || !check || !mac || !body) return null;
  const hasValidChecksum = () => check === checkOf(version, mac, body);
  const fields = parse(body);
  const since = fields?.['since'];
  const newer = Number(version) > formatVersion;
  // A flipped bit is no newer version.
  if (newer && !hasValidChecksum()) return null;
  if (newer && !(isCount(since) && since <= formatVersion)) throw new AppError('vault/too-new');
  if (!newer && version !== String(formatVersion)) return null;
  const versions = versionsOf(fields?.['records']);
  const { vault, epoch, revision, slots } = fields ?? {};
  if (!versions || typeof vault !== 'string' || !isCount(epoch) || !isCount(revision)) return null;
  if (!Array.isArray(slots) || slots.length > 64 || !slots.every(isSlot)) return null;
  const verifyMac = (keys: EpochKeys) => {
    const bytes = fromBase64url(mac);
    return (
      keys.epoch === epoch &&
      keys.vault === vault &&
      bytes !== null &&
      timingSafeEqual(bytes, macOf(keys, version, body))
    );
  };
  const verifyWithVaultKey = (vaultKey: Uint8Array) =>
    verifyMac(deriveKeys(vaultKey, vault, epoch));
  return {
    vault,
    epoch,
    revision,
    slots,
    versions,
    newer,
    hasValidChecksum,
    verifyMac,
    verifyWithVaultKey,
  };
}

/** How a store's head is read: null where there is none, or one that is too damaged to say. */
export type HeadDecoder = (text: string | null) => StoredHead | null;

/** Knows our own format alone. */
export const decodeCurrentHead: HeadDecoder = (text) => decodeHead(text ?? '');

/**
 * Whether another head of the vault is later: what opens this one alone was changed or revoked, and going on
 * from an earlier key would take back all that came after. Bit rot does not count.
 */
export const isSuperseded = (
  { vault, epoch, revision }: Pick<Head, 'vault' | 'epoch' | 'revision'>,
  heads: readonly (StoredHead | null)[],
): boolean =>
  heads.some(
    (head) =>
      head?.vault === vault &&
      (head.epoch - epoch || head.revision - revision) > 0 &&
      head.hasValidChecksum(),
  );
