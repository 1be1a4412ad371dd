import { resolveConflict, withOwn } from '../../sync';
import type { BackupCode, Entry } from '../../vault';
import { requireRecord, type SyncContext } from './syncContext';
import type { SyncService } from './SyncService';

type Decisions = Pick<
  SyncService,
  'resolve' | 'joinTwice' | 'keepStrangers' | 'republish' | 'dismiss'
>;

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

function unionOfCodes(a: readonly BackupCode[], b: readonly BackupCode[]): readonly BackupCode[] {
  const used = new Map(b.map(({ code, usedAt }) => [code, usedAt]));
  const own = a.map((one) => ({ ...one, usedAt: one.usedAt ?? used.get(one.code) ?? null }));
  const known = new Set(a.map(({ code }) => code));
  return [...own, ...b.filter(({ code }) => !known.has(code))];
}

/** Returns the merged fields of two entries with the same secret. */
function joined(kept: Entry, other: Entry) {
  const notes = union([kept.note, other.note].filter(Boolean), []);
  return {
    otp: { ...kept.otp, counter: Math.max(kept.otp.counter, other.otp.counter) },
    backupCodes: unionOfCodes(kept.backupCodes, other.backupCodes),
    tags: union(kept.tags, other.tags),
    hosts: union(kept.hosts, other.hosts),
    note: notes.join('\n'),
    pinned: kept.pinned || other.pinned,
  };
}

/** Creates the methods with which the user resolves differences between devices. */
export function decide(context: SyncContext): Decisions {
  const { sync, vault, clock } = context;
  return {
    async resolve(id, part, stamp) {
      await requireRecord(context);
      const replica = await vault.replication.replica();
      await vault.replication.exchange(({ entries, record }) => {
        const own = entries.find((entry) => entry.id === id);
        if (!own) return null;
        const chosen = resolveConflict(own, part, stamp, { replica, now: clock() });
        return { put: [withOwn(chosen, own)], drop: [], record };
      });
      await sync.run('now');
    },
    async joinTwice(kept, other) {
      const [second] = await vault.getMany([other]);
      if (!second) return;
      await vault.update(kept, (entry) => joined(entry, second));
      await vault.remove([other]);
      await sync.run('now');
    },
    keepStrangers: (ids) => sync.run('now', { keep: new Set(ids) }),
    republish: () => sync.run('now', { republish: true }),
    async dismiss() {
      await sync.record.change((record) => ({ ...record, again: [], wentBack: false }));
      await sync.run('now');
    },
  };
}
