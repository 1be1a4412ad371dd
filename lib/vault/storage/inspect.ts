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
import { openRecord, recordHeader } from '../format/record';
import { sharedId } from '../format/sharedId';
import type { Entry } from '../entries/Entry';
import type { Finding, StoreName } from '../health/Health';
import { holdsOtherVault } from './holdsOtherVault';
import { sameBytes } from './sameBytes';
import type { Snapshot } from './Store';

/** The combined content of two stores: the newest valid state of each record. */
export interface Inspection {
  /** The text of the head to go on with. */
  readonly head: string;
  readonly revision: number;
  /** Whether a newer version wrote one of the heads: then nothing may be repaired here. */
  readonly newer: boolean;
  /** Stores that hold another vault. They stay untouched. */
  readonly foreign: readonly StoreName[];
  readonly entries: readonly Entry[];
  /** The valid bytes of every sound record. */
  readonly records: ReadonlyMap<string, Uint8Array>;
  /** Records that neither store holds as the manifest requires. Their bytes stay. */
  readonly damaged: readonly string[];
  /** Records that are no longer part of the vault. */
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
  /** The head to go on with. */
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

interface Candidate {
  readonly store: StoreName;
  readonly bytes: Uint8Array;
  readonly version: number;
  /** Null for the shared record, which isn't an entry. */
  readonly entry: Entry | null;
}

/** Returns the record under an id in a store, if it is one of this vault. */
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
  return entry || id === sharedId ? { store, bytes, version: header.version, entry } : null;
}

/**
 * Verifies both stores with the vault's key and computes the state to go on with. Returns null if this key made
 * neither head, `superseded` if a later key has replaced it. Pure: writes nothing. Throws `vault/too-new` if a
 * newer version goes on with the vault. `read` may read heads of earlier formats: one of another vault doesn't
 * count as damage.
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
      // A store with a record that our key opens is ours, whatever its head contains.
      ![...snapshots[store].records.keys()].some((id) =>
        candidate(store, id, snapshots[store], keys),
      ),
  );
  const own = stores.filter((store) => !foreign.includes(store));
  const newer = own.some((store) => heads[store]?.newer === true && heads[store].verifyMac(keys));
  const findings = headFindings({ snapshots, heads, foreign, chosen }, keys);
  const versions = new Map(chosen.versions);
  const entries: Entry[] = [];
  const records = new Map<string, Uint8Array>();
  const damaged: string[] = [];
  const leftovers: string[] = [];
  let revision = chosen.revision;

  const keep = (id: string, { bytes, entry }: Candidate) => {
    if (entry) entries.push(entry);
    records.set(id, bytes);
  };

  for (const [id, version] of chosen.versions) {
    const first = candidate('primary', id, snapshots.primary, keys);
    // Equal bytes are equally sound: a mirror record is decrypted only if it differs.
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
      // A store that is behind as a whole needs no list of what it lacks.
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
  // Records newer than the manifest: both heads were rolled back. Records that our key sealed are accepted.
  findings.push({ kind: 'head-rolled-back', healed: true });
  const head = encodeHead({ ...chosen, revision: revision + 1, versions }, keys);
  return { head, revision: revision + 1, ...rest };
}
