import { afterDurable } from './afterDurable';
import type { EntryRepository } from './createEntryRepository';
import { replicaId, renewReplicaId } from './replicaId';
import type { Replication } from './Replication';
import type { VaultContext } from '../VaultContext';

/** Thrown and caught in this file alone: a change that changes nothing. */
class Unchanged extends Error {}

/** `noteOwn` is called where the record alone was written: no change that a backup lacks. */
export function createReplication(
  { deps, announce }: VaultContext,
  repository: EntryRepository,
  noteOwn: () => Promise<void>,
): Replication {
  return {
    replica: () => replicaId(deps),
    renewReplica: () => renewReplicaId(deps),
    record: () => repository.record(),
    async read() {
      const [list, record] = await Promise.all([repository.summaries(), repository.record()]);
      return { entries: await repository.entries(list.map(({ id }) => id)), record };
    },
    async exchange(change) {
      let isOwn = false;
      const writing = repository.rewrite((entries, record) => {
        const next = change({ entries, record });
        if (!next) throw new Unchanged();
        isOwn = next.put.length + next.drop.length === 0;
        return next;
      });
      try {
        await afterDurable(writing, async () => {
          if (isOwn) await noteOwn();
          announce('changed');
        });
      } catch (error) {
        if (!(error instanceof Unchanged)) throw error;
      }
    },
  };
}
