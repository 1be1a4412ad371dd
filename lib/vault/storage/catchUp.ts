import { decodeHead } from '../format/Head';
import { recordHeader, type RecordHeader } from '../format/record';
import type { Change, Snapshot } from './Store';

/** Whether a record of the leading store is newer than the one in the second store, or the latter isn't a record. */
function isNewer(ours: RecordHeader | null, theirs: RecordHeader | null): boolean {
  if (!ours) return false;
  return !theirs || (ours.epoch - theirs.epoch || ours.version - theirs.version) > 0;
}

const headerOf = (bytes: Uint8Array | undefined) => (bytes ? recordHeader(bytes) : null);

/**
 * Computes the writes that bring the second store up to date after it missed changes of the leading one.
 * Nothing is verified, because the key isn't available. So a record is copied only in the version that the
 * head names, and only if the second store is behind. The rest may be the last sound copy and is left to
 * the verified repair. Only ids in `drop` are deleted.
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
