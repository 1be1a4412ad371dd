import { formatVersion } from '../format/keys';
import { named, ofFormat } from '../storage/inFormat';
import { sameBytes } from '../storage/sameBytes';
import { archivedHeadKey, encodeArchivedHead } from './ArchivedHead';
import type { RecordReader } from './recordReader';
import type { Source } from './Source';

const moved = () => new Error('The head has changed meanwhile');

/**
 * Writes a store's converted records beside its earlier records, reads all of them back and compares the two
 * versions. Changes no earlier record. Returns false if the store can't be written or the comparison fails. If a
 * newer record already exists under the same key, this format was in use before and both heads were rolled back.
 * Such a record stays, and the verification that follows reports it.
 */
export async function stage(source: Source, own: RecordReader): Promise<boolean> {
  const { store, step, older, held, next } = source;
  const there = ofFormat(held, formatVersion).records;
  const put = [...next.records].filter(([id, bytes]) => {
    const found = own(id, there.get(id) ?? new Uint8Array());
    return !found || found.version <= (own(id, bytes)?.version ?? 0);
  });
  if (put.length === 0 && source.head === null) return true;
  try {
    await store.change([], ({ head }) => {
      if (head !== held.head) throw moved();
      return named({ head: head ?? '', put: new Map(put), drop: [] }, formatVersion);
    });
    const back = await store.all();
    const written = ofFormat(back, formatVersion).records;
    const saysTheSame = ([id, bytes]: readonly [string, Uint8Array]) => {
      const now = written.get(id) ?? new Uint8Array();
      const before = older(id, bytes);
      const after = own(id, now);
      if (!before || !after) return !before && (after !== null || sameBytes(now, bytes));
      return after.version === before.version
        ? sameBytes(after.content, before.content)
        : after.version > before.version;
    };
    return (
      put.every(([id, bytes]) => sameBytes(written.get(id), bytes)) &&
      [...ofFormat(back, step.from).records].every(saysTheSame)
    );
  } catch {
    return false;
  }
}

/** Switches a store to the current format by replacing its head. Archives the earlier head. */
export async function switchHead({ store, step, held, next }: Source, now: number): Promise<void> {
  const aside = encodeArchivedHead({ at: now, head: held.head ?? '' });
  await store.change([], ({ head }) => {
    if (head !== (held.head ?? '')) throw moved();
    return { head: next.head ?? '', put: new Map([[archivedHeadKey(step.from), aside]]), drop: [] };
  });
}
