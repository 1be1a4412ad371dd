import { createBackups } from './backup/createBackups';
import type { EntryRepository } from './entries/createEntryRepository';
import { createSetAside } from './health/createSetAside';
import { verifyStores } from './health/verifyStores';
import { createDraftSealing } from './keys/createDraftSealing';
import { createHeadWriter } from './keys/createHeadWriter';
import { createSlots } from './keys/createSlots';
import type { Unlocker } from './keys/createUnlocker';
import { openingOperations } from './keys/openingOperations';
import type { Stores } from './storage/createStores';
import type { VaultContext } from './VaultContext';

interface EagerParts {
  readonly context: VaultContext;
  /** The stores with the records of every format version. */
  readonly everything: Stores;
  readonly unlocker: Unlocker;
  readonly repository: EntryRepository;
}

function create({ context, everything, unlocker, repository }: EagerParts) {
  const headWriter = createHeadWriter(context, unlocker);
  const slots = createSlots(context, unlocker, headWriter);
  return {
    opening: openingOperations(context, { unlocker, headWriter, slots }),
    slots,
    drafts: createDraftSealing(context),
    setAside: createSetAside(context.deps, everything, context.session),
    backups: createBackups(context, unlocker, repository),
  };
}

/**
 * The parts of the vault that aren't needed to show the codes of an unlocked vault. Pages import them at the
 * first use. The background can't import() code at run time, so it passes them to the vault.
 */
export const deferredParts = { create, verifyStores };

export type DeferredParts = typeof deferredParts;
