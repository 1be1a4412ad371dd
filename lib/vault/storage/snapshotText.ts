import { fromBase64url, toBase64url } from '../../crypto';
import type { Snapshot } from './Store';

/** Records as base64url, by id. As JSON, they can be passed between contexts in every browser. */
export type RecordTexts = Readonly<Record<string, string>>;

/** A store's content as JSON, still encrypted. */
export interface SnapshotText {
  readonly head: string | null;
  readonly records: RecordTexts;
}

export const recordsToText = (records: Snapshot['records']): RecordTexts =>
  Object.fromEntries([...records].map(([id, bytes]) => [id, toBase64url(bytes)]));

/** Decodes the result of `recordsToText`. Text that isn't base64url becomes an empty record. */
export const recordsFromText = (records: RecordTexts): Snapshot['records'] =>
  new Map(
    Object.entries(records).map(([id, text]) => [id, fromBase64url(text) ?? new Uint8Array()]),
  );

export const snapshotToText = ({ head, records }: Snapshot): SnapshotText => ({
  head,
  records: recordsToText(records),
});

export const snapshotFromText = ({ head, records }: SnapshotText): Snapshot => ({
  head,
  records: recordsFromText(records),
});
