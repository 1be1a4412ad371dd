import { toBase64url } from '../../crypto';
import { noStatus, timeOf, versionsOf, type SyncRecord, type SyncStatus } from '../../sync';
import type { Entry } from '../../vault';
import type { NamedEntry, SyncConflict, SyncOverview, SyncView } from './SyncService';
import type { SyncContext } from './syncContext';

const named = ({ id, issuer, account }: Entry): NamedEntry => ({ id, issuer, account });

function placeOf({ place }: SyncRecord): SyncView['place'] {
  if (place.kind !== 'webdav') return place;
  const { kind, address, user } = place;
  return { kind, address, user };
}

function conflictsIn(
  entries: readonly Entry[],
  { memory }: SyncRecord,
  replica: string,
): SyncConflict[] {
  const nameOf = (writer: string) =>
    writer === replica ? '' : (memory.devices[writer]?.name ?? '?');
  return entries.flatMap((entry) =>
    versionsOf(entry).flatMap((versions): SyncConflict[] => {
      const part = versions[0]?.part;
      return part === undefined
        ? []
        : [
            {
              ...named(entry),
              part,
              versions: versions.map(({ stamp, replica: writer, inForce }) => ({
                stamp: inForce ? null : stamp,
                device: nameOf(writer),
                at: timeOf(stamp),
              })),
            },
          ];
    }),
  );
}

/**
 * Returns pairs of accounts that have the same secret under different ids, for example because the account was
 * enrolled on two devices.
 */
function twiceIn(entries: readonly Entry[]): (readonly [NamedEntry, NamedEntry])[] {
  const bySecret = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const { kind, secret, algorithm, digits, period } = entry.otp;
    const key = [kind, toBase64url(secret), algorithm, digits, period].join(' ');
    const other = bySecret.get(key);
    if (!other) bySecret.set(key, entry);
    return other ? [[named(other), named(entry)] as const] : [];
  });
}

const byPosition = (a: Entry, b: Entry) => a.position - b.position;

/**
 * Returns when a round last succeeded, or null. Compares both values, because a round without changes updates
 * only the status.
 */
function lastRoundOf(noted: number | null, status: SyncStatus | null): number | null {
  const ended = status && status.failure === null ? status.endedAt : 0;
  return Math.max(noted ?? 0, ended) || null;
}

/** Returns the content of the Sync page. Throws `vault/locked` if sync is set up and the vault is locked. */
export async function overview(context: SyncContext): Promise<SyncOverview> {
  const { allowSync, syncAddress } = await context.policy();
  const off: SyncOverview = { forbidden: !allowSync, fixedAddress: syncAddress, view: null };
  const record = await context.sync.record.read();
  if (!record) return off;
  const [{ entries }, replica, status] = await Promise.all([
    context.vault.replication.read(),
    context.vault.replication.replica(),
    context.status.read(),
  ]);
  const alive = entries.filter(({ deletedAt }) => deletedAt === null).toSorted(byPosition);
  const byId = new Map(alive.map((entry) => [entry.id, named(entry)]));
  const namesOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const { memory } = record;
  const { running, failure, bytesUsed } = status ?? noStatus;
  const devices = Object.entries(memory.devices).map(([id, device]) => ({
    id,
    name: device.name,
    app: device.app,
    lastSeen: device.lastSeen,
    clockOff: device.clockOff,
  }));
  const view: SyncView = {
    place: placeOf(record),
    name: memory.name,
    paused: record.paused,
    running,
    lastRound: lastRoundOf(memory.lastRound, status),
    failure,
    devices: devices.toSorted((a, b) => b.lastSeen - a.lastSeen),
    conflicts: conflictsIn(alive, record, replica),
    twice: twiceIn(alive),
    strangers: record.strangers && namesOf(record.strangers),
    again: namesOf(record.again),
    wentBack: record.wentBack,
    unreadable: Object.keys(memory.unreadable).map((id) => memory.devices[id]?.name ?? '?'),
    bytesUsed,
  };
  return { ...off, view };
}
