import { sha256, toBase64url, utf8 } from '../crypto';
import { textOf } from './syncContent';
import type { SyncState } from './SyncState';

/** Returns the digest of a state. Equal states have equal digests. */
export const digestOf = (state: SyncState): string =>
  toBase64url(
    sha256(
      utf8(
        [...state]
          .map(([id, entry]) => `${id} ${textOf(id, entry)}`)
          .toSorted()
          .join('\n'),
      ),
    ),
  );
