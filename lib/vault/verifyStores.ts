import { AppError } from '../errors';
import { sorted, type Summaries } from './createLists';
import type { Session, Unlocked } from './createSession';
import { summaryOf } from './format/summaryOf';
import { deriveKeys } from './format/keys';
import type { Finding, HealthReport, StoreName } from './Health';
import type { Stores } from './storage/createStores';
import { inspect, type Inspection } from './storage/inspect';
import type { Snapshot } from './storage/Store';
import type { VaultDeps } from './VaultDeps';

/**
 * A store that can't be opened, or written as on a full disk, has no details: its records are sound in the
 * other. What the browser itself says of the primary store comes first.
 */
function findingsOf(
  { findings }: Inspection,
  lost: boolean,
  unusable: readonly StoreName[],
  closed: (store: StoreName) => boolean,
): readonly Finding[] {
  const asWhole = unusable.map((store): Finding => {
    const kind = closed(store) ? 'store-unavailable' : 'store-behind';
    return { kind, store, healed: false };
  });
  if (lost && !unusable.includes('primary'))
    asWhole.unshift({ kind: 'store-lost', store: 'primary', healed: true });
  const usable = ({ store }: Finding) => store === undefined || !unusable.includes(store);
  return [...asWhole, ...findings.filter(usable)];
}

/** Nothing of it may be put right by an older version. */
const unhealed = ({ findings }: Inspection): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, healed: false }));

/** Makes both stores hold what was found; answers those that could not be written. */
async function heal(
  found: Inspection,
  snapshots: Record<StoreName, Snapshot>,
  stores: Stores,
): Promise<readonly StoreName[]> {
  const unusable: StoreName[] = [];
  for (const store of ['primary', 'mirror'] as const) {
    const now = snapshots[store];
    const put = new Map(
      [...found.records].filter(([id, bytes]) => !same(now.records.get(id), bytes)),
    );
    const drop = found.leftovers.filter((id) => now.records.has(id));
    const asItShould = now.head === found.head && put.size === 0 && drop.length === 0;
    if (!asItShould && !(await stores.repair(store, { head: found.head, put, drop })))
      unusable.push(store);
  }
  return unusable;
}

/**
 * Verifies every record of both stores, heals what can be healed, and leaves lists and report in the
 * session. `unlocked` where the key is not the session's. The caller holds the vault's lock. What a newer
 * version wrote is verified and left alone. Throws `vault/tampered` where neither head is the key's,
 * `vault/locked` where a later key has taken its place.
 */
export async function verifyStores(
  deps: VaultDeps,
  stores: Stores,
  session: Session,
  unlocked?: Unlocked,
): Promise<Summaries> {
  const { key, vault, epoch } = unlocked ?? (await session.require());
  const snapshots = await stores.all();
  const found = inspect(snapshots, deriveKeys(key, vault, epoch));
  // The page ended between a rotation and the handing over of its key: unlocking finds the new one.
  if (found === 'superseded') {
    await session.end();
    throw new AppError('vault/locked');
  }
  if (!found) throw new AppError('vault/tampered');
  const unusable = found.newer ? [] : await heal(found, snapshots, stores);
  if (found.newer && snapshots.primary.head !== found.head) stores.leadByMirror();
  const list = sorted(found.entries.map(summaryOf));
  const summaries = { vault, revision: found.revision, list };
  const report: HealthReport = {
    checkedAt: deps.clock(),
    records: list.length + found.damaged.length,
    sound: list.length,
    findings: found.newer
      ? [{ kind: 'format-newer', healed: false }, ...unhealed(found)]
      : findingsOf(found, deps.lost(), unusable, (store) => stores.unavailable(store)),
  };
  await session.keepSummaries(summaries);
  await session.keepReport(report);
  return summaries;
}

const same = (a: Uint8Array | undefined, b: Uint8Array) =>
  a?.length === b.length && a.every((byte, at) => byte === b[at]);
