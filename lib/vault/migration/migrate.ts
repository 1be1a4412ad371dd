import { AppError } from '../../errors';
import type { Unlocked } from '../keys/createSession';
import { isEnded, type StoredHead } from '../format/Head';
import { deriveKeys } from '../format/keys';
import type { StoreName } from '../health/Health';
import { holdsOtherVault } from '../storage/holdsOtherVault';
import { ofFormat } from '../storage/inFormat';
import { inspect } from '../storage/inspect';
import { mirrorStore } from '../storage/mirrorStore';
import type { Store } from '../storage/Store';
import type { VaultDeps } from '../VaultDeps';
import { upgradingRecordReader, currentRecordReader } from './recordReader';
import type { Source } from './Source';
import { stage, switchHead } from './stage';
import type { FormatUpgrade } from './FormatUpgrade';
import { headDecoder, stepFor, formatUpgrades } from './formatUpgrades';
import { recordTranslator, translateHead } from './translate';

/** A store with its head. */
interface Place {
  readonly name: StoreName;
  readonly store: Store;
  readonly head: StoredHead | null;
  /** The upgrade for the head, or undefined if the head has the current format. */
  readonly step: FormatUpgrade | undefined;
}

/**
 * Returns the stores that can be read. Returns no store if none needs an upgrade, without parsing the heads.
 */
async function placesOf(
  deps: VaultDeps,
  known: readonly FormatUpgrade[],
): Promise<readonly Place[]> {
  const stores = { primary: deps.primary, mirror: mirrorStore(deps.local) };
  const read = async (name: StoreName) => {
    const store = stores[name];
    const text = await store.head().catch(() => undefined);
    return text === undefined ? [] : [{ name, store, text, step: stepFor(text, known) }];
  };
  const found = (await Promise.all([read('primary'), read('mirror')])).flat();
  if (!found.some(({ step }) => step)) return [];
  const headOf = headDecoder(known);
  return found.map(({ name, store, text, step }) => ({ name, store, step, head: headOf(text) }));
}

/** Returns the stores to migrate. A store with a damaged head is included because of its records. */
async function sourcesOf(
  places: readonly Place[],
  deps: VaultDeps,
  unlocked: Unlocked,
  known: readonly FormatUpgrade[],
): Promise<readonly Source[]> {
  const ours = places.filter(({ step, head }) => step && head?.verifyWithVaultKey(unlocked.key));
  const newest = ours.toSorted((a, b) => (b.head?.revision ?? 0) - (a.head?.revision ?? 0))[0];
  const translate = recordTranslator(unlocked, deps.random);
  const sources: Source[] = [];
  for (const place of places) {
    const { name, store } = place;
    const head = ours.includes(place) ? place.head : null;
    const step = head ? place.step : newest?.step;
    if (!step || !newest?.head || (!head && place.head?.hasValidChecksum())) continue;
    const held = await store.all().catch(() => null);
    const own = held && ofFormat(held, step.from);
    if (!own || holdsOtherVault(own, place.head, newest.head)) continue;
    const older = upgradingRecordReader(step, known, unlocked);
    const records = translate(own.records, older);
    const next = { head: head ? translateHead(head, unlocked) : held.head, records };
    sources.push({ name, store, step, older, held, head, next });
  }
  return sources;
}

/**
 * Migrates one store with the records of both stores, because the other store can't be written. Returns an empty
 * list if this store can't be written either.
 */
async function migrateOneStore(
  able: Source | undefined,
  sources: readonly Source[],
  unlocked: Unlocked,
): Promise<readonly Source[]> {
  const nextOf = (wanted: StoreName) =>
    sources.find(({ name }) => name === wanted)?.next ?? { head: null, records: new Map() };
  const { key, vault, epoch } = unlocked;
  const snapshots = { primary: nextOf('primary'), mirror: nextOf('mirror') };
  const all = inspect(snapshots, deriveKeys(key, vault, epoch));
  if (!able || !all || all === 'superseded') return [];
  const sound = [...all.records].map(([id, { bytes }]) => [id, bytes] as const);
  const records = new Map([...able.next.records, ...sound]);
  const whole = { ...able, next: { head: all.head, records } };
  return (await stage(whole, currentRecordReader(unlocked))) ? [whole] : [];
}

async function carryOver(
  places: readonly Place[],
  deps: VaultDeps,
  unlocked: Unlocked,
  known: readonly FormatUpgrade[],
): Promise<void> {
  const sources = await sourcesOf(places, deps, unlocked, known);
  const staged: Source[] = [];
  for (const source of sources)
    if (await stage(source, currentRecordReader(unlocked))) staged.push(source);
  const ready =
    staged.length === sources.length
      ? staged.filter(({ head }) => head !== null)
      : await migrateOneStore(staged[0], sources, unlocked);
  const [first, ...others] = ready;
  if (!first) {
    const isIn = ({ head }: Source) =>
      places.some(
        ({ step, head: other }) =>
          !step &&
          other?.verifyWithVaultKey(unlocked.key) &&
          other.revision >= (head?.revision ?? 0),
      );
    // One store already has the current format. Verification reports the other store, and the next unlock tries
    // again.
    if (sources.every(isIn)) return;
    throw new Error('No store could take the next version');
  }
  await switchHead(first, deps.clock());
  // If switching a head fails, the repair updates the store.
  for (const source of others) await switchHead(source, deps.clock()).catch(() => undefined);
}

/**
 * Upgrades a vault from an earlier format version, one store after the other. Writes the new version beside the
 * earlier one, reads it back and compares both. Then one transaction switches the head and archives the earlier
 * head. After an interruption, each store still holds one complete version. Revisions don't change, so
 * differences between the two stores are repaired as usual, and damaged records stay damaged. The caller must
 * hold the vault's lock and verify both stores next. Throws `vault/not-migrated`; the earlier version then stays
 * in use.
 */
export async function migrate(deps: VaultDeps, unlocked: Unlocked): Promise<void> {
  const known = deps.steps ?? formatUpgrades;
  if (known.length === 0) return;
  const places = await placesOf(deps, known);
  const heads = places.map(({ head }) => head);
  const { key, vault } = unlocked;
  if (!places.some(({ step, head }) => step && head?.verifyWithVaultKey(key))) return;
  // This version must not change data written by a newer version or with a later key.
  const keys = deriveKeys(key, vault, unlocked.epoch);
  if (heads.some((head) => head?.newer && head.verifyMac(keys)) || isEnded(keys, heads)) return;
  try {
    await carryOver(places, deps, unlocked, known);
  } catch (cause) {
    throw new AppError('vault/not-migrated', {}, { cause });
  }
}
