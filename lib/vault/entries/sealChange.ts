import { utf8, type Random } from '../../crypto';
import { entryToBytes } from '../format/entryBytes';
import type { Head } from '../format/Head';
import type { HeadReader } from '../format/headReader';
import type { EpochKeys } from '../format/keys';
import { sealRecord } from '../format/record';
import { sharedId } from '../format/sharedId';
import { summaryOf } from '../format/summaryOf';
import type { Change } from '../storage/Store';
import type { ListEdit } from './createLists';
import type { Entry } from './Entry';

/** What a change of entries writes. */
export interface EntryChange {
  readonly put: readonly Entry[];
  /** Ids of entries to delete permanently. */
  readonly drop?: readonly string[];
  /** The new shared record, or null to delete it. If absent, the record stays. */
  readonly record?: unknown;
}

/**
 * Encrypts a change of entries. Returns the new head and records for the stores, and the change of the cached
 * lists.
 */
export function sealChange(
  { put, drop = [], record }: EntryChange,
  { head, keys }: { readonly head: Head; readonly keys: EpochKeys },
  heads: HeadReader,
  random: Random,
): { change: Change; edit: ListEdit } {
  const revision = head.revision + 1;
  const versions = new Map(head.versions);
  for (const { id } of put) versions.set(id, revision);
  for (const id of drop) versions.delete(id);
  const seal = (id: string, content: Uint8Array) =>
    [id, sealRecord(keys, { id, version: revision }, content, random)] as const;
  const sealed = new Map(put.map((entry) => seal(entry.id, entryToBytes(entry))));
  const gone = record === null && versions.delete(sharedId) ? [...drop, sharedId] : drop;
  if (record !== undefined && record !== null) {
    versions.set(sharedId, revision);
    sealed.set(...seal(sharedId, utf8(JSON.stringify(record))));
  }
  return {
    change: { head: heads.write({ ...head, revision, versions }, keys), put: sealed, drop: gone },
    edit: { revision, put: put.map(summaryOf), drop },
  };
}
