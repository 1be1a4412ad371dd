import type { Random } from '../../crypto';
import { encodeHead, withEnd, type StoredHead } from '../format/Head';
import type { EpochKeys } from '../format/keys';
import { openRecord, sealRecord, type OpenedRecord } from '../format/record';
import type { AnySlot } from '../format/Slot';
import { sameBytes } from '../storage/sameBytes';
import type { Change, Snapshot } from '../storage/Store';

interface Resealing {
  /** The slots with the new vault key. */
  readonly slots: readonly AnySlot[];
  readonly from: EpochKeys;
  readonly to: EpochKeys;
  /** Records that were opened with the keys `from`, so that equal bytes aren't decrypted again. */
  readonly opened: ReadonlyMap<string, OpenedRecord>;
}

/** Encrypts every sound record again under the new keys. Damaged records stay unchanged. */
export function reseal(
  now: Snapshot,
  head: StoredHead,
  { slots, from, to, opened }: Resealing,
  random: Random,
): Change {
  const revision = head.revision + 1;
  const versions = new Map(head.versions);
  const put = new Map<string, Uint8Array>();
  for (const [id, bytes] of now.records) {
    if (!versions.has(id)) continue;
    const known = opened.get(id);
    const content = sameBytes(known?.bytes, bytes) ? known?.content : openRecord(from, id, bytes);
    if (!content) continue;
    put.set(id, sealRecord(to, { id, version: revision }, content, random));
    versions.set(id, revision);
  }
  const ended = withEnd(head, from);
  const next = { vault: head.vault, epoch: to.epoch, revision, slots, versions, ended };
  return { head: encodeHead(next, to), put, drop: [] };
}
