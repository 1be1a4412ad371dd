import { decodeHead } from '../format/Head';
import { recordHeader } from '../format/record';
import type { Change, Snapshot } from './Store';

/** Whether the second store's bytes are older than these, or not a record at all. */
function isBehind(theirs: Uint8Array | undefined, ours: Uint8Array): boolean {
  const their = theirs && recordHeader(theirs);
  const our = recordHeader(ours);
  if (!our) return false;
  return !their || (our.epoch - their.epoch || our.version - their.version) > 0;
}

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
  const put = [...records].filter(
    ([id, bytes]) =>
      versions?.get(id) === recordHeader(bytes)?.version && isBehind(second.records.get(id), bytes),
  );
  return { head: head ?? '', put: new Map(put), drop };
}
