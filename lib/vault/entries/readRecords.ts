import { fromUtf8 } from '../../crypto';
import { AppError } from '../../errors';
import { entryFromBytes } from '../format/entryBytes';
import type { Head } from '../format/Head';
import type { EpochKeys } from '../format/keys';
import { openRecord, recordHeader } from '../format/record';
import { sharedId } from '../format/sharedId';
import type { Snapshot } from '../storage/Store';
import type { Entry } from './Entry';

/** A head, the keys that open its records, and the records. */
export interface ReadableRecords {
  readonly head: Head;
  readonly keys: EpochKeys;
  readonly records: Snapshot['records'];
}

/**
 * Reads one record. Throws `vault/no-entry` if the manifest doesn't list it, or `vault/tampered` if the record
 * has another version or doesn't open.
 */
export function readEntry({ head, keys, records }: ReadableRecords, id: string): Entry {
  const version = head.versions.get(id);
  if (version === undefined) throw new AppError('vault/no-entry');
  const bytes = records.get(id);
  const ours = bytes && recordHeader(bytes)?.version === version;
  const content = ours ? openRecord(keys, id, bytes) : null;
  const entry = content && entryFromBytes(id, content);
  if (!entry) throw new AppError('vault/tampered');
  return entry;
}

/** Returns the shared record, or null if it is missing or unreadable. */
export function readShared({ head, keys, records }: ReadableRecords): unknown {
  const bytes = head.versions.has(sharedId) ? records.get(sharedId) : undefined;
  const content = bytes && openRecord(keys, sharedId, bytes);
  return content ? JSON.parse(fromUtf8(content) ?? 'null') : null;
}
