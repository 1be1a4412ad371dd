import { decodeHead } from '../format/Head';
import { recordHeader, type RecordHeader } from '../format/record';
import type { Change, Snapshot } from './Store';

/**
 * Whether the leading store's record is newer than the second store's record, or the second store has no valid
 * record.
 */
function isNewer(ours: RecordHeader | null, theirs: RecordHeader | null): boolean {
  if (!ours) return false;
  return !theirs || (ours.epoch - theirs.epoch || ours.version - theirs.version) > 0;
}

const headerOf = (bytes: Uint8Array | undefined) => (bytes ? recordHeader(bytes) : null);

/**
 * Returns the writes that update the second store after it missed changes of the leading store. The key isn't
 * available, so nothing is verified. A record is copied only if it has the version that the head lists, and the
 * second store has an older version of the record. Other records may be the last sound copies, so they are left
 * to the verified repair. Only the ids in `drop` are deleted.
 */
export function catchUp(
  { head, records }: Snapshot,
  second: Snapshot,
  drop: Change['drop'],
): Change {
  const versions = decodeHead(head ?? '')?.versions;
  const put = [...records].filter(([id, bytes]) => {
    const ours = recordHeader(bytes);
    return versions?.get(id) === ours?.version && isNewer(ours, headerOf(second.records.get(id)));
  });
  return { head: head ?? '', put: new Map(put), drop };
}
