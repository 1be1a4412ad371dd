import { makeOtp } from '../../../lib/otp';
import { stampChange, withPurged, type SyncedEntry } from '../../../lib/sync';
import { fromTombstones } from '../../../lib/sync/settle';
import { winner, type LiveEntry, type SyncState } from '../../../lib/sync/SyncState';
import { fingerprint, toEntryState, toState } from '../../../lib/sync/toState';
import {
  chances,
  faulty,
  memoryStore,
  newEntry,
  replicaOf,
  type Chances,
  type Replica,
} from '../../support/syncWorld';

const day = 86_400_000;

/** One acknowledged write, with the changes of the entry that its author had seen. */
export interface Write {
  readonly id: string;
  readonly part: 'note' | 'otp' | 'codes';
  readonly stamp: string;
  readonly value: unknown;
  readonly seen: LiveEntry['seen'];
}

export const stateOf = ({ content }: Replica): SyncState =>
  toState(content().entries, fromTombstones(content().memory?.purged ?? []));

const patches = {
  note: (luck: Chances) => ({ note: `note ${luck.below(1e9)}` }),
  otp: (luck: Chances) => ({
    otp: makeOtp({
      kind: luck.happens(0.5) ? 'hotp' : 'totp',
      secret: Uint8Array.from({ length: 20 }, () => luck.below(256)),
    }),
  }),
  codes: (luck: Chances) => ({
    backupCodes: [1, 2, 3].map(() => ({ code: `code ${luck.below(1e9)}`, usedAt: null })),
  }),
};

export class World {
  readonly luck: Chances;
  now = 1_700_000_000_000;
  share = 0.2;
  readonly store = memoryStore(() => this.now);
  readonly writes: Write[] = [];
  /** All writes that may have happened, including writes that were interrupted before they were acknowledged. */
  readonly attempts: Pick<Write, 'id' | 'part' | 'seen'>[] = [];
  readonly used = new Map<string, string>();
  readonly counters = new Map<string, number>();
  readonly born = new Set<string>();
  readonly replicas: readonly Replica[];

  constructor(seed: number) {
    this.luck = chances(seed);
    const share = () => this.share;
    this.replicas = ['a', 'b', 'c'].map((digit) => {
      const skew = this.luck.pick([0, 0, 11 * day, -11 * day, this.luck.below(60_000)]);
      return replicaOf(`Device ${digit}`, digit.repeat(16), {
        transport: faulty(this.store.transport, this.luck, share),
        clock: () => this.now + skew,
        dies: () => this.luck.happens(this.share / 3),
      });
    });
  }

  /** Changes an entry as a user does. The write is recorded once the vault's transaction has committed. */
  async write(replica: Replica, change: (entries: readonly SyncedEntry[]) => SyncedEntry | null) {
    const author = { now: replica.clock(), replica: replica.id };
    let result: { before: SyncedEntry | null; after: SyncedEntry } | null = null;
    await replica.vault.exchange(({ entries, memory }) => {
      const wanted = change(entries);
      if (!wanted) return { put: [], drop: [], memory };
      const before = entries.find(({ id }) => id === wanted.id) ?? null;
      const after = stampChange(before, wanted, author);
      if (before) {
        const old = toEntryState(before);
        for (const part of ['otp', 'codes'] as const)
          if (winner<unknown>(old[part])[0] !== winner<unknown>(toEntryState(after)[part])[0])
            this.attempts.push({ id: before.id, part, seen: old.seen });
      }
      result = { before, after };
      return { put: [after], drop: [], memory };
    });
    return result as { before: SyncedEntry | null; after: SyncedEntry } | null;
  }

  async add(replica: Replica) {
    const done = await this.write(replica, () => newEntry());
    if (done) this.born.add(done.after.id);
  }

  async edit(replica: Replica) {
    const part = this.luck.pick(['note', 'otp', 'codes'] as const);
    const done = await this.write(replica, (entries) => {
      const alive = entries.filter(({ deletedAt }) => deletedAt === null);
      return alive.length === 0 ? null : { ...this.luck.pick(alive), ...patches[part](this.luck) };
    });
    if (!done?.before) return;
    const after = toEntryState(done.after);
    const [stamp, value] =
      part === 'note'
        ? [after.fields.note.at, after.fields.note.value]
        : winner<unknown>(after[part]);
    const { seen } = toEntryState(done.before);
    this.writes.push({ id: done.after.id, part, stamp, value, seen });
  }

  /** Uses a backup code or an HOTP code of an entry. */
  async use(replica: Replica) {
    const done = await this.write(replica, (entries) => {
      const entry = entries.length > 0 ? this.luck.pick(entries) : null;
      if (!entry) return null;
      if (entry.otp.kind === 'hotp')
        return { ...entry, otp: { ...entry.otp, counter: entry.otp.counter + 1 } };
      const at = this.luck.below(Math.max(entry.backupCodes.length, 1));
      return {
        ...entry,
        backupCodes: entry.backupCodes.map((one, index) =>
          index === at ? { code: one.code, usedAt: one.usedAt ?? replica.clock() } : one,
        ),
      };
    });
    if (!done) return;
    const { id, otp, backupCodes } = done.after;
    if (otp.kind === 'hotp') {
      const name = `${id} ${fingerprint(winner(toEntryState(done.after).otp)[1].secret)}`;
      this.counters.set(name, Math.max(this.counters.get(name) ?? 0, otp.counter));
    }
    for (const { code, usedAt } of backupCodes) if (usedAt !== null) this.used.set(code, id);
  }

  async purge(replica: Replica) {
    const author = { now: replica.clock(), replica: replica.id };
    await replica.vault.exchange(({ entries, memory }) => {
      if (entries.length === 0 || !memory) return { put: [], drop: [], memory };
      const entry = this.luck.pick(entries);
      return {
        put: [],
        drop: [entry.id],
        memory: { ...memory, purged: withPurged(memory.purged, [entry], author) },
      };
    });
  }

  /** Changes the files from outside: copies, replaces, deletes or damages them. */
  disturb() {
    const { files } = this.store;
    const names = [...files.keys()];
    if (names.length === 0) return;
    const name = this.luck.pick(names);
    const file = files.get(name);
    if (!file) return;
    const kind = this.luck.below(5);
    if (kind === 0) files.set(name.replace('.tsync', ' (1).tsync'), file);
    else if (kind === 1) files.set(this.luck.pick(names), file);
    else if (kind === 2) files.delete(name);
    else if (kind === 3) files.clear();
    else
      files.set(name, {
        ...file,
        bytes: file.bytes.subarray(0, this.luck.below(file.bytes.length)),
      });
  }

  async step() {
    const replica = this.luck.pick(this.replicas);
    this.now += this.luck.below(this.luck.happens(0.1) ? day : 60_000);
    const kind = this.luck.below(20);
    if (kind < 3) await this.add(replica);
    else if (kind < 8) await this.edit(replica);
    else if (kind < 10) await this.use(replica);
    else if (kind < 11) await this.purge(replica);
    else if (kind < 12) this.disturb();
    else await replica.round({ republish: this.luck.happens(0.5) });
  }

  async run(steps: number) {
    for (let step = 0; step < steps; step++) await this.step().catch(() => undefined);
    this.share = 0;
    for (let turn = 0; turn < 6; turn++)
      for (const replica of this.replicas) {
        this.now += 1000;
        await replica.round({ republish: true });
      }
  }
}
