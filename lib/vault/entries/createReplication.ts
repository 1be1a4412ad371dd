import { afterDurable } from './afterDurable';
import type { EntryRepository } from './createEntryRepository';
import { replicaId, renewReplicaId } from './replicaId';
import type { Replication } from './Replication';
import { keepIconKeys } from '../icons/iconKeys';
import type { VaultContext } from '../VaultContext';

/** Cancels a transaction that has nothing to write. Caught in this file. */
class Unchanged extends Error {}

/**
 * Creates the replication. Calls `noteOwn` after a change that wrote only the shared record, because such a
 * change needs no backup.
 */
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
        return { ...next, record: keepIconKeys(next.record, record) };
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
