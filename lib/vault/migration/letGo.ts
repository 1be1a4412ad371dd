import { lastMade } from '../backup/lastMade';
import type { Unlocked } from '../keys/createSession';
import { readOwn, type StoredHead } from '../format/Head';
import { isNameOf } from '../storage/inFormat';
import { mirrorStore } from '../storage/mirrorStore';
import type { Store } from '../storage/Store';
import type { VaultDeps } from '../VaultDeps';
import { keptFromBytes, keptName, type Kept } from './Kept';
import type { Step } from './Step';
import { headsBy, steps } from './steps';

/** Milliseconds that an earlier version stays beside the one that took its place. */
const keptTime = 30 * 24 * 3_600_000;

/** By an earlier key, or a way in that the vault has no more: a passphrase that was changed, say. */
function opensOtherwise(kept: readonly Kept[], head: StoredHead, known: readonly Step[]): boolean {
  const ids = new Set(head.slots.map(({ id }) => id));
  return kept.some((one) => {
    const before = headsBy(known)(one.head);
    return before && (before.epoch < head.epoch || before.slots.some(({ id }) => !ids.has(id)));
  });
}

/** A store that the vault is in, in our own format. One that is still of the earlier version keeps all it has. */
interface Place {
  readonly store: Store;
  readonly head: StoredHead;
  readonly kept: readonly Kept[];
}

async function placeOf(store: Store, key: Uint8Array, names: readonly string[]): Promise<Place[]> {
  const [text, kept] = await Promise.all([store.head(), store.records(names)]);
  const head = readOwn(text);
  if (!head?.madeBy(key)) return [];
  return [{ store, head, kept: [...kept.values()].map(keptFromBytes) }];
}

async function drop({ store, head }: Place, known: readonly Step[]): Promise<void> {
  const { records } = await store.all();
  const gone = [...records.keys()].filter((name) =>
    known.some(({ from }) => name === keptName(from) || isNameOf(name, from)),
  );
  await store.change([], ({ head: text }) => {
    if (text === null || readOwn(text)?.revision !== head.revision)
      throw new Error('The head has changed meanwhile');
    return { head: text, put: new Map(), drop: gone };
  });
}

/**
 * Lets go of the earlier version that a migration left: after 30 days, or once a backup was made, as long as
 * every record of the vault is `sound`; at once where it would open by what opens the vault no more. The caller
 * holds the vault's lock. What fails is tried again next time.
 */
export async function letGo(
  deps: VaultDeps,
  { key, vault }: Pick<Unlocked, 'key' | 'vault'>,
  sound: boolean,
): Promise<void> {
  const known = deps.steps ?? steps;
  if (known.length === 0) return;
  const names = known.map(({ from }) => keptName(from));
  const reading = [deps.primary, mirrorStore(deps.local)].map((store) =>
    placeOf(store, key, names).catch(() => []),
  );
  const places = (await Promise.all(reading)).flat();
  const kept = places.flatMap((place) => place.kept);
  if (kept.length === 0) return;
  const since = Math.max(...kept.map(({ at }) => at));
  const exported = ((await lastMade(deps.local, vault))?.at ?? 0) > since;
  const isOver = sound && (exported || deps.clock() - since >= keptTime);
  if (!isOver && !places.some(({ head }) => opensOtherwise(kept, head, known))) return;
  // The ones that say since when go last: until then what was left undone is known.
  for (const place of places.toSorted((a, b) => a.kept.length - b.kept.length))
    await drop(place, known).catch(() => undefined);
}
