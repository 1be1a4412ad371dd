import { AppError } from '../../errors';
import { entryFromBytes } from '../format/entryBytes';
import {
  encodeHead,
  isEnded,
  decodeCurrentHead,
  type HeadDecoder,
  type StoredHead,
} from '../format/Head';
import type { EpochKeys } from '../format/keys';
import { openRecord, recordHeader, type OpenedRecord } from '../format/record';
import { sharedId } from '../format/sharedId';
import type { Entry } from '../entries/Entry';
import type { Finding, StoreName } from '../health/Health';
import { holdsOtherVault } from './holdsOtherVault';
import { sameBytes } from './sameBytes';
import type { Snapshot } from './Store';

/** The combined state of two stores, with the newest valid version of each record. */
export interface Inspection {
  /** The text of the head that both stores should have. */
  readonly head: string;
  readonly revision: number;
  /** Whether a newer version wrote one of the heads. In that case nothing may be repaired. */
  readonly newer: boolean;
  /** Stores that hold another vault and must stay untouched. */
  readonly foreign: readonly StoreName[];
  readonly entries: readonly Entry[];
  /** Every sound record, by id. */
  readonly records: ReadonlyMap<string, OpenedRecord>;
  /** Ids of records that are damaged or too old in both stores. Their bytes stay stored. */
  readonly damaged: readonly string[];
  /** Ids of records that were deleted from the vault but are still stored. */
  readonly leftovers: readonly string[];
  readonly findings: readonly Finding[];
}

const stores: readonly StoreName[] = ['primary', 'mirror'];

/** Returns the newest head that the vault's key made, or null. */
function choose(heads: readonly (StoredHead | null)[], keys: EpochKeys): StoredHead | null {
  return (
    heads
      .filter((head) => head?.verifyMac(keys) === true)
      .toSorted((a, b) => (b?.revision ?? 0) - (a?.revision ?? 0))[0] ?? null
  );
}

interface JudgedHeads {
  readonly snapshots: Record<StoreName, Snapshot>;
  readonly heads: Record<StoreName, StoredHead | null>;
  readonly foreign: readonly StoreName[];
  /** The head that both stores should have. */
  readonly chosen: StoredHead;
}

function headFindings(
  { snapshots, heads, foreign, chosen }: JudgedHeads,
  keys: EpochKeys,
): Finding[] {
  return stores.flatMap((store): Finding[] => {
    const head = heads[store];
    if (snapshots[store].head === null) return [{ kind: 'store-empty', store, healed: true }];
    if (foreign.includes(store)) return [{ kind: 'store-foreign', store, healed: false }];
    if (!head?.verifyMac(keys) && !(head?.hasValidChecksum() && head.epoch < chosen.epoch))
      return [{ kind: 'head-damaged', store, healed: true }];
    if (!head.hasValidChecksum()) return [{ kind: 'head-damaged', store, healed: true }];
    return head.revision < chosen.revision ? [{ kind: 'store-behind', store, healed: true }] : [];
  });
}

interface Candidate extends OpenedRecord {
  readonly store: StoreName;
  readonly version: number;
  /** The entry, or null for the shared record. */
  readonly entry: Entry | null;
}

/** Returns a store's record with this id, or null if the record is missing or doesn't open with these keys. */
function candidate(
  store: StoreName,
  id: string,
  snapshot: Snapshot,
  keys: EpochKeys,
): Candidate | null {
  const bytes = snapshot.records.get(id);
  const header = bytes && recordHeader(bytes);
  const content = bytes && header ? openRecord(keys, id, bytes) : null;
  if (!bytes || !header || !content) return null;
  const entry = id === sharedId ? null : entryFromBytes(id, content);
  return entry || id === sharedId
    ? { store, bytes, content, version: header.version, entry }
    : null;
}

/**
 * Verifies both stores with the vault's key, and returns the state that both should have. Returns null if the key
 * made neither head, or `superseded` if a later key has replaced the given key. Writes nothing. Throws
 * `vault/too-new` if a newer version uses the vault. `read` may also parse heads of earlier formats, so that
 * another vault's head isn't taken for damage.
 */
export function inspect(
  snapshots: Record<StoreName, Snapshot>,
  keys: EpochKeys,
  read: HeadDecoder = decodeCurrentHead,
): Inspection | 'superseded' | null {
  const heads = { primary: read(snapshots.primary.head), mirror: read(snapshots.mirror.head) };
  const both = [heads.primary, heads.mirror];
  const unreadable = both.filter((head) => head?.readable === false);
  if (unreadable.some((head) => head?.verifyMac(keys)) || isEnded(keys, unreadable))
    throw new AppError('vault/too-new');
  if (isEnded(keys, both)) return 'superseded';
  const chosen = choose(both, keys);
  if (!chosen) return null;
  const foreign = stores.filter(
    (store) =>
      holdsOtherVault(snapshots[store], heads[store], chosen) &&
      // A store with a record that this key opens belongs to this vault, whatever its head says.
      ![...snapshots[store].records.keys()].some((id) =>
        candidate(store, id, snapshots[store], keys),
      ),
  );
  const own = stores.filter((store) => !foreign.includes(store));
  const newer = own.some((store) => heads[store]?.newer === true && heads[store].verifyMac(keys));
  const findings = headFindings({ snapshots, heads, foreign, chosen }, keys);
  const versions = new Map(chosen.versions);
  const entries: Entry[] = [];
  const records = new Map<string, OpenedRecord>();
  const damaged: string[] = [];
  const leftovers: string[] = [];
  let revision = chosen.revision;

  const keep = (id: string, { bytes, content, entry }: Candidate) => {
    if (entry) entries.push(entry);
    records.set(id, { bytes, content });
  };

  for (const [id, version] of chosen.versions) {
    const first = candidate('primary', id, snapshots.primary, keys);
    // Equal bytes are equally sound, so a mirror record is decrypted only if it differs.
    const second =
      first && sameBytes(first.bytes, snapshots.mirror.records.get(id))
        ? { ...first, store: 'mirror' as const }
        : candidate('mirror', id, snapshots.mirror, keys);
    const found = [first, second].filter((one) => one !== null);
    const newest = found.toSorted((a, b) => b.version - a.version)[0];
    if (!newest || newest.version < version) {
      damaged.push(id);
      findings.push({ kind: newest ? 'record-replayed' : 'record-damaged', id, healed: false });
      continue;
    }
    keep(id, newest);
    versions.set(id, newest.version);
    revision = Math.max(revision, newest.version);
    for (const store of stores) {
      const held = found.find((one) => one.store === store);
      if (held?.version === newest.version) continue;
      // If a whole store is behind, its single records aren't listed.
      if (findings.some((one) => one.store === store && one.id === undefined)) continue;
      const kind = held
        ? 'record-replayed'
        : snapshots[store].records.has(id)
          ? 'record-damaged'
          : 'record-missing';
      findings.push({ kind, store, id, healed: true });
    }
  }

  for (const store of own) {
    for (const id of snapshots[store].records.keys()) {
      if (chosen.versions.has(id)) continue;
      const extra = candidate(store, id, snapshots[store], keys);
      if (!extra) findings.push({ kind: 'record-foreign', store, id, healed: false });
      else if (extra.version > chosen.revision) {
        if ((versions.get(id) ?? 0) >= extra.version) continue;
        keep(id, extra);
        versions.set(id, extra.version);
        revision = Math.max(revision, extra.version);
      } else {
        leftovers.push(id);
        findings.push({ kind: 'record-leftover', store, id, healed: true });
      }
    }
  }

  const rest = { newer, foreign, entries, records, damaged, leftovers, findings };
  if (revision === chosen.revision) {
    const head = chosen === heads.primary ? snapshots.primary.head : snapshots.mirror.head;
    const text = chosen.hasValidChecksum() ? (head ?? '') : encodeHead(chosen, keys);
    return { head: text, revision, ...rest };
  }
  // A record is newer than the manifest, so both heads were rolled back. Records that the vault's key encrypted
  // are accepted.
  findings.push({ kind: 'head-rolled-back', healed: true });
  const head = encodeHead({ ...chosen, revision: revision + 1, versions }, keys);
  return { head, revision: revision + 1, ...rest };
}
