import { sha256, toBase64url, utf8 } from '../crypto';
import { entryToJson } from './syncContent';
import type { EntryState, SyncState } from './SyncState';

/** One text for equal states of one entry. */
export const textOf = (id: string, entry: EntryState): string =>
  JSON.stringify(entryToJson(id, entry));

/** Names a state: equal states have equal digests. */
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
