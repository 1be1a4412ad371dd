import { readLastBackup } from '../backup/lastBackup';
import type { Unlocked } from '../keys/createSession';
import { decodeCurrentHead, type StoredHead } from '../format/Head';
import { isNameOf } from '../storage/inFormat';
import { mirrorStore } from '../storage/mirrorStore';
import type { Store } from '../storage/Store';
import type { VaultDeps } from '../VaultDeps';
import { decodeArchivedHead, archivedHeadKey, type ArchivedHead } from './ArchivedHead';
import type { FormatUpgrade } from './FormatUpgrade';
import { headDecoder, formatUpgrades } from './formatUpgrades';

/** Milliseconds that an earlier version stays beside the one that took its place. */
const oldVersionRetention = 30 * 24 * 3_600_000;

/** By an earlier key, or a way in that the vault has no more: a passphrase that was changed, say. */
function opensWithRetiredKey(
  kept: readonly ArchivedHead[],
  head: StoredHead,
  known: readonly FormatUpgrade[],
): boolean {
  const ids = new Set(head.slots.map(({ id }) => id));
  return kept.some((one) => {
    const before = headDecoder(known)(one.head);
    if (!before) return false;
    // The vault key that bringing the slots on took is no reason: it opens by the same keys of the same people.
    const upgraded = before.slots.every(({ v }) => v === 1) ? 1 : 0;
    return before.epoch + upgraded < head.epoch || before.slots.some(({ id }) => !ids.has(id));
  });
}

/** A store that the vault is in, in our own format. One that is still of the earlier version keeps all it has. */
interface Place {
  readonly store: Store;
  readonly head: StoredHead;
  readonly kept: readonly ArchivedHead[];
}

async function placeOf(store: Store, key: Uint8Array, names: readonly string[]): Promise<Place[]> {
  const [text, kept] = await Promise.all([store.head(), store.records(names)]);
  const head = decodeCurrentHead(text);
  if (!head?.verifyWithVaultKey(key)) return [];
  return [{ store, head, kept: [...kept.values()].map(decodeArchivedHead) }];
}

async function drop({ store, head }: Place, known: readonly FormatUpgrade[]): Promise<void> {
  const { records } = await store.all();
  const gone = [...records.keys()].filter((name) =>
    known.some(({ from }) => name === archivedHeadKey(from) || isNameOf(name, from)),
  );
  await store.change([], ({ head: text }) => {
    if (text === null || decodeCurrentHead(text)?.revision !== head.revision)
      throw new Error('The head has changed meanwhile');
    return { head: text, put: new Map(), drop: gone };
  });
}

/**
 * Lets go of the earlier version that a migration left: after 30 days, or once a backup was made, as long as
 * every record of the vault is `sound`; at once where it would open by what opens the vault no more. The caller
 * holds the vault's lock. What fails is tried again next time.
 */
export async function pruneOldVersion(
  deps: VaultDeps,
  { key, vault }: Pick<Unlocked, 'key' | 'vault'>,
  sound: boolean,
): Promise<void> {
  const known = deps.steps ?? formatUpgrades;
  if (known.length === 0) return;
  const names = known.map(({ from }) => archivedHeadKey(from));
  const reading = [deps.primary, mirrorStore(deps.local)].map((store) =>
    placeOf(store, key, names).catch(() => []),
  );
  const places = (await Promise.all(reading)).flat();
  const kept = places.flatMap((place) => place.kept);
  if (kept.length === 0) return;
  const since = Math.max(...kept.map(({ at }) => at));
  const exported = ((await readLastBackup(deps.local, vault))?.at ?? 0) > since;
  const isOver = sound && (exported || deps.clock() - since >= oldVersionRetention);
  if (!isOver && !places.some(({ head }) => opensWithRetiredKey(kept, head, known))) return;
  // The ones that say since when go last: until then what was left undone is known.
  for (const place of places.toSorted((a, b) => a.kept.length - b.kept.length))
    await drop(place, known).catch(() => undefined);
}
