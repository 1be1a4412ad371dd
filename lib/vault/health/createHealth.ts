import { AppError } from '../../errors';
import type { EntryRepository } from '../entries/createEntryRepository';
import type { HealthReport, RescueFile } from './Health';
import { acceptRevision } from './knownRevision';
import type { Health } from '../SecureVault';
import { snapshotToText } from '../storage/snapshotText';
import type { VaultContext } from '../VaultContext';

/**
 * Creates the health functions. `stores` must include the records of every format version, because the rescue
 * file contains them.
 */
export function createHealth(context: VaultContext, repository: EntryRepository): Health {
  const { deps, stores, session, announce } = context;

  async function check(): Promise<HealthReport> {
    await repository.verify({ afresh: true });
    announce('changed');
    const made = await session.report();
    // If the vault was locked during the check, the report was deleted.
    if (!made) throw new AppError('vault/locked');
    return made;
  }

  return {
    async report() {
      const made = await session.report();
      if (made) return made;
      // Reading verifies both stores, if nothing was verified since unlocking.
      await repository.summaries();
      // The list of a vault that was just created comes from the session.
      await repository.verifyOnce();
      return session.report();
    },
    check,
    async rescue(): Promise<RescueFile> {
      const { primary, mirror } = await stores.all();
      return {
        format: 'tessera-rescue',
        savedAt: deps.clock(),
        primary: snapshotToText(primary),
        mirror: snapshotToText(mirror),
      };
    },
    async discardDamaged() {
      const { findings } = await check();
      const ids = findings.flatMap(({ kind, id, healed }) =>
        id !== undefined && !healed && kind !== 'record-foreign' ? [id] : [],
      );
      if (ids.length === 0) return;
      await repository.write([], () => ({ put: [], drop: [...new Set(ids)] }));
      await repository.verify({ afresh: true });
      announce('changed');
    },
    async acceptRollback() {
      await repository.summaries();
      await acceptRevision(context);
      await check();
    },
    async deleteOtherVault() {
      await repository.verify({ others: 'give-up-others' });
      await check();
    },
  };
}
