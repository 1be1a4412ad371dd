import type { Backups } from './backup/Backups';
import { advanceLastBackup } from './backup/lastBackup';
import type { DeferredParts } from './deferredParts';
import { createUnlocker } from './keys/createUnlocker';
import { createHealth } from './health/createHealth';
import { createEntryRepository, type EntryRepository } from './entries/createEntryRepository';
import type { DraftSealing } from './keys/createDraftSealing';
import { createSession } from './keys/createSession';
import type { OpeningOperations } from './keys/openingOperations';
import type { Slots } from './keys/Slots';
import { entryOperations } from './entries/entryOperations';
import { headDecoder, formatUpgrades } from './migration/formatUpgrades';
import { type MethodNames, onDemand } from './onDemand';
import { createStores } from './storage/createStores';
import { inFormat } from './storage/inFormat';
import { mirrorStore } from './storage/mirrorStore';
import { createTrash } from './entries/createTrash';
import type { SecureVault, SetAside } from './SecureVault';
import type { VaultContext } from './VaultContext';
import type { VaultMessage } from './VaultDeps';
import type { VaultOptions } from './VaultOptions';

/** The parts of the vault that the functions added by `more` can use. */
export interface VaultParts {
  readonly context: VaultContext;
  readonly repository: EntryRepository;
  /** Raises the last backup's revision by one, so that the change just made requires no backup. */
  readonly noteUse: () => Promise<void>;
}

const openingMethods: MethodNames<OpeningOperations> = {
  create: true,
  createWithoutPassphrase: true,
  unlock: true,
  verifyPassphrase: true,
};

const slotMethods: MethodNames<Slots> = {
  list: true,
  changePassphrase: true,
  setPassphrase: true,
  createRecoveryKey: true,
  confirmRecoveryKey: true,
  recover: true,
  passkeyUnavailableReason: true,
  addPasskey: true,
  unlockByPasskey: true,
  unlockWithoutPassphrase: true,
  remove: true,
  rotate: true,
};

const draftMethods: MethodNames<DraftSealing> = { seal: true, open: true };

const setAsideMethods: MethodNames<SetAside> = {
  list: true,
  startAnew: true,
  reopen: true,
  remove: true,
};

const backupMethods: MethodNames<Backups> = {
  make: true,
  recordBackup: true,
  isBackup: true,
  read: true,
  restore: true,
  settings: true,
  change: true,
  status: true,
};

const importParts = async (): Promise<DeferredParts> =>
  (await import('./deferredParts')).deferredParts;

/** Creates this context's instance of the vault. `more` adds further methods. */
export function openVault(options: VaultOptions): SecureVault;
export function openVault<T extends object>(
  options: VaultOptions,
  more: (parts: VaultParts) => T,
): SecureVault & T;
export function openVault(
  { deferred: fetchParts = importParts, ...deps }: VaultOptions,
  more?: (parts: VaultParts) => object,
): SecureVault {
  const mirror = mirrorStore(deps.local);
  const stores = createStores(
    inFormat(deps.primary),
    inFormat(mirror),
    headDecoder(deps.steps ?? formatUpgrades),
  );
  const everything = createStores(deps.primary, mirror);
  const listeners = new Set<() => void>();
  const notifyListeners = () => {
    for (const listener of listeners) listener();
  };
  const announce = (message: VaultMessage) => {
    deps.bus.post(message);
    notifyListeners();
  };
  const unsubscribeFromBus = deps.bus.subscribe(notifyListeners);
  const session = createSession(deps.session, deps.clock, deps.exclusive, () => announce('locked'));
  const context: VaultContext = { deps, stores, session, announce };
  const unlocker = createUnlocker(context);
  const repository = createEntryRepository(context, async (options) =>
    (await fetchParts()).verifyStores(context, options),
  );

  let created: ReturnType<DeferredParts['create']> | undefined;
  const deferred = async () => {
    const { create } = await fetchParts();
    created ??= create({ context, everything, unlocker, repository });
    return created;
  };

  /** Prevents a recorded use from making a backup due. A use also raises the revision. */
  const noteUse = async () => {
    const { vault } = await session.require();
    await deps.exclusive('settings', () => advanceLastBackup(deps.local, vault));
  };

  return {
    ...more?.({ context, repository, noteUse }),
    state: () => unlocker.state(),
    ...onDemand(openingMethods, async () => (await deferred()).opening),
    lock: () => session.end(),
    hasNoPassphrase: () => session.isFree(),
    touch: () => unlocker.touch(),
    endsAt: () => session.endsAt(),
    ...entryOperations(context, repository, noteUse),
    slots: onDemand(slotMethods, async () => (await deferred()).slots),
    drafts: onDemand(draftMethods, async () => (await deferred()).drafts),
    health: createHealth({ ...context, stores: everything }, repository),
    setAside: onDemand(setAsideMethods, async () => (await deferred()).setAside),
    trash: createTrash(context, repository),
    backups: onDemand(backupMethods, async () => (await deferred()).backups),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      unsubscribeFromBus();
      listeners.clear();
      deps.bus.close();
      stores.close();
    },
  };
}
