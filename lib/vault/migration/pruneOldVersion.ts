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

/** How long the earlier version is kept after a migration, in milliseconds. */
const oldVersionRetention = 30 * 24 * 3_600_000;

/**
 * Whether the earlier version opens with a key or slot that the vault no longer has, such as a passphrase that
 * was changed.
 */
function opensWithRetiredKey(
  kept: readonly ArchivedHead[],
  head: StoredHead,
  known: readonly FormatUpgrade[],
): boolean {
  const ids = new Set(head.slots.map(({ id }) => id));
  return kept.some((one) => {
    const before = headDecoder(known)(one.head);
    if (!before) return false;
    // Upgrading the slots also replaces the vault key. That replacement isn't counted, because the same people
    // can open both versions.
    const upgraded = before.slots.every(({ v }) => v === 1) ? 1 : 0;
    return before.epoch + upgraded < head.epoch || before.slots.some(({ id }) => !ids.has(id));
  });
}

/** A store whose head has the current format. A store that still has the earlier version isn't pruned. */
interface Place {
  readonly store: Store;
  readonly head: StoredHead;
  readonly kept: readonly ArchivedHead[];
}

interface Reading {
  readonly store: Store;
  readonly text: string | null;
  readonly archived: ReadonlyMap<string, Uint8Array>;
}

async function readingOf(store: Store, names: readonly string[]): Promise<Reading> {
  const [text, archived] = await Promise.all([store.head(), store.records(names)]);
  return { store, text, archived };
}

function placeOf({ store, text, archived }: Reading, key: Uint8Array): Place[] {
  const head = decodeCurrentHead(text);
  if (!head?.verifyWithVaultKey(key)) return [];
  return [{ store, head, kept: [...archived.values()].map(decodeArchivedHead) }];
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
 * Deletes the earlier version after a migration. If every record is `sound`, deletes it after 30 days or after a
 * backup. Deletes it at once if it opens with a key that the vault no longer has. The caller must hold the
 * vault's lock. A failed deletion is tried again at the next call.
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
    readingOf(store, names).catch(() => null),
  );
  const readings = (await Promise.all(reading)).filter((one) => one !== null);
  // Most vaults have no earlier version. Parsing a head with thousands of rows takes longer than reading it.
  if (readings.every(({ archived }) => archived.size === 0)) return;
  const places = readings.flatMap((one) => placeOf(one, key));
  const kept = places.flatMap((place) => place.kept);
  if (kept.length === 0) return;
  const since = Math.max(...kept.map(({ at }) => at));
  const exported = ((await readLastBackup(deps.local, vault))?.at ?? 0) > since;
  const isOver = sound && (exported || deps.clock() - since >= oldVersionRetention);
  if (!isOver && !places.some(({ head }) => opensWithRetiredKey(kept, head, known))) return;
  // Stores with an archived head are pruned last, because the archived head records the time of the migration.
  // While an archived head exists, the next call can finish an interrupted deletion.
  for (const place of places.toSorted((a, b) => a.kept.length - b.kept.length))
    await drop(place, known).catch(() => undefined);
}
