import { AppError } from '../../errors';
import { sorted, type Summaries } from '../entries/createLists';
import type { Unlocked } from '../keys/createSession';
import { summaryOf } from '../format/summaryOf';
import { deriveKeys } from '../format/keys';
import type { Finding, HealthReport, StoreName } from './Health';
import { readKnownRevision, writeKnownRevision } from './knownRevision';
import { limitLastBackup } from '../backup/lastBackup';
import { pruneOldVersion } from '../migration/pruneOldVersion';
import { migrate } from '../migration/migrate';
import { headDecoder, formatUpgrades } from '../migration/formatUpgrades';
import type { Stores } from '../storage/createStores';
import { inspect, type Inspection } from '../storage/inspect';
import { sameBytes } from '../storage/sameBytes';
import type { Snapshot } from '../storage/Store';
import type { VaultContext } from '../VaultContext';

/**
 * Returns the findings to report. An unusable store (it can't be opened, or its disk is full) gets one finding
 * instead of its details, because its records are sound in the other store. An empty primary store is reported as
 * lost if the browser reported data loss.
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
  const usable = ({ store }: Finding) => store === undefined || !unusable.includes(store);
  const told = findings.filter(usable).map((one): Finding => {
    const saidSo = lost && one.kind === 'store-empty' && one.store === 'primary';
    return saidSo ? { kind: 'store-lost', store: 'primary', healed: one.healed } : one;
  });
  return [...asWhole, ...told];
}

/** Marks the findings as not repaired, because an older version must not repair what a newer version wrote. */
const unhealed = ({ findings }: Inspection): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, healed: false }));

/** Whether to keep or delete another vault's head and records. */
type OtherVaultPolicy = 'keep-others' | 'give-up-others';

/** Writes the verified state to both stores. Returns the stores that couldn't be written. */
async function heal(
  found: Inspection,
  snapshots: Record<StoreName, Snapshot>,
  stores: Stores,
  others: OtherVaultPolicy,
): Promise<readonly StoreName[]> {
  const unusable: StoreName[] = [];
  const gone =
    others === 'keep-others'
      ? (id: string) => found.leftovers.includes(id)
      : (id: string) => !found.records.has(id) && !found.damaged.includes(id);
  for (const store of ['primary', 'mirror'] as const) {
    if (others === 'keep-others' && found.foreign.includes(store)) continue;
    const now = snapshots[store];
    const put = new Map(
      [...found.records].flatMap(([id, { bytes }]) =>
        sameBytes(now.records.get(id), bytes) ? [] : [[id, bytes] as const],
      ),
    );
    const drop = [...now.records.keys()].filter(gone);
    const asItShould = now.head === found.head && put.size === 0 && drop.length === 0;
    if (!asItShould && !(await stores.repair(store, { head: found.head, put, drop })))
      unusable.push(store);
  }
  return unusable;
}

/**
 * Whether the primary store must not be used, because it holds another vault, or a newer version wrote it and it
 * wasn't repaired.
 */
const isAvoided = ({ newer, foreign, head }: Inspection, primary: Snapshot): boolean =>
  foreign.includes('primary') || (newer && primary.head !== head);

export interface VerifyOptions {
  /** The vault key. Default: the session's key. */
  readonly unlocked?: Unlocked;
  readonly others?: OtherVaultPolicy;
  /**
   * Whether the report replaces the session's report. Otherwise, repairs that were reported since the vault was
   * unlocked stay in the report, because the user may not have seen them yet.
   */
  readonly afresh?: boolean;
}

const nameOf = ({ kind, store, id }: Finding): string => JSON.stringify([kind, store, id]);

/** Returns the repairs of the session's report that the new findings don't include. */
function earlierRepairs(
  report: HealthReport | null,
  findings: readonly Finding[],
): readonly Finding[] {
  const known = new Set(findings.map(nameOf));
  return (report?.findings ?? []).filter((one) => one.healed && !known.has(nameOf(one)));
}

/**
 * Whether both stores are older than the revision that a backup or this session recorded. Stores the recorded
 * revision, so that the rollback is reported until the vault has caught up or the user accepts the older state.
 * `revision` is null if the key made neither head.
 */
async function isRolledBack(
  { deps, session }: VaultContext,
  vault: string,
  revision: number | null,
): Promise<boolean> {
  const seen = await session.summaries();
  const inSession = seen?.vault === vault ? seen.revision : 0;
  // Local storage that can't be read is reported as a closed store, and must not keep the vault shut.
  const recorded = await readKnownRevision(deps.local, vault).catch(() => 0);
  const known = Math.max(inSession, recorded);
  if (known <= (revision ?? 0)) return false;
  // Storing the revision may fail on a full disk, which must not prevent the vault from opening.
  const noting = deps.exclusive('settings', async () => {
    await writeKnownRevision(deps.local, { vault, revision: known });
    if (revision !== null) await limitLastBackup(deps.local, { vault, revision });
  });
  await noting.catch(() => undefined);
  return true;
}

interface Verified {
  readonly summaries: Summaries;
  /** Every sound record, by id. */
  readonly records: Inspection['records'];
}

/**
 * Verifies every record of both stores, repairs what it can, and saves lists and report in the session. The
 * caller must hold the vault's lock. Records that a newer version wrote are verified, but not changed. Throws
 * `vault/tampered` if the vault key made neither head. Throws `vault/locked` or `vault/wrong-passphrase` if a
 * later key has replaced the vault key.
 */
export async function verifyAndOpen(
  context: VaultContext,
  { unlocked, others = 'keep-others', afresh = false }: VerifyOptions = {},
): Promise<Verified> {
  const { deps, stores, session } = context;
  const { key, vault, epoch } = unlocked ?? (await session.require());
  await migrate(deps, { key, vault, epoch });
  const snapshots = await stores.all();
  const read = headDecoder(deps.steps ?? formatUpgrades);
  const found = inspect(snapshots, deriveKeys(key, vault, epoch), read);
  // A page closed after it replaced the vault key and before it saved the new key in the session. Unlocking again
  // finds the new key.
  if (found === 'superseded') {
    // The check used a key other than the session's key, so the session stays.
    if (unlocked) throw new AppError('vault/wrong-passphrase');
    await session.end();
    throw new AppError('vault/locked');
  }
  const rolledBack = await isRolledBack(context, vault, found?.revision ?? null);
  if (!found) throw new AppError('vault/tampered');
  const unusable = found.newer ? [] : await heal(found, snapshots, stores, others);
  stores.bypassPrimary(
    isAvoided(found, snapshots.primary) ? { head: snapshots.primary.head } : null,
  );
  if (!found.newer && found.foreign.length + unusable.length === 0)
    await stores.confirmInSync().catch(() => undefined);
  if (!found.newer) await pruneOldVersion(deps, { key, vault }, found.damaged.length === 0);
  const list = sorted(found.entries.map(summaryOf));
  const summaries = { vault, revision: found.revision, list };
  const findings: readonly Finding[] = [
    ...(rolledBack ? [{ kind: 'vault-rolled-back' as const, healed: false }] : []),
    ...(found.newer
      ? [{ kind: 'format-newer' as const, healed: false }, ...unhealed(found)]
      : findingsOf(found, deps.lost(), unusable, (store) => stores.unavailable(store))),
  ];
  const report: HealthReport = {
    checkedAt: deps.clock(),
    records: list.length + found.damaged.length,
    sound: list.length,
    findings: afresh
      ? findings
      : [...earlierRepairs(await session.report(), findings), ...findings],
  };
  await session.saveSummaries(summaries);
  await session.saveReport(report);
  return { summaries, records: found.records };
}

/** Like `verifyAndOpen`, but keeps no decrypted record. */
export const verifyStores = async (
  ...input: Parameters<typeof verifyAndOpen>
): Promise<Summaries> => (await verifyAndOpen(...input)).summaries;
