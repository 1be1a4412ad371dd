import { toBase64url } from '../crypto';
import { AppError } from '../errors';
import { createBackups, type BackupDeps } from './backup/createBackups';
import { advanceLastBackup } from './backup/lastBackup';
import { createUnlocker, newKey } from './keys/createUnlocker';
import { createHealth } from './health/createHealth';
import { createEntryRepository, type EntryRepository } from './entries/createEntryRepository';
import { createHeadWriter } from './keys/createHeadWriter';
import type { PassphraseKey } from './keys/rotatedSlots';
import { createSession, type Unlocked } from './keys/createSession';
import { createSlots } from './keys/createSlots';
import { entryOperations } from './entries/entryOperations';
import { recipientFrom, sealSlot } from './format/slotSealing';
import {
  checkPassphrase,
  isOutdated,
  newHeader,
  newPassphrase,
  kekFromRandomKey,
} from './keys/slotKeys';
import { headDecoder, formatUpgrades } from './migration/formatUpgrades';
import { createStores } from './storage/createStores';
import { inFormat } from './storage/inFormat';
import { mirrorStore } from './storage/mirrorStore';
import { createTrash } from './entries/createTrash';
import type { SecureVault } from './SecureVault';
import type { VaultContext } from './VaultContext';
import type { VaultMessage } from './VaultDeps';

/** The parts of the vault that an extension of it (`more`) can use. */
export interface VaultParts {
  readonly context: VaultContext;
  readonly repository: EntryRepository;
  /** Raises the last backup's revision by one, so that the change just made requires no backup. */
  readonly noteUse: () => Promise<void>;
}

/** Creates this context's instance of the vault. `more` adds further methods. */
export function openVault(deps: BackupDeps): SecureVault;
export function openVault<T extends object>(
  deps: BackupDeps,
  more: (parts: VaultParts) => T,
): SecureVault & T;
export function openVault(deps: BackupDeps, more?: (parts: VaultParts) => object): SecureVault {
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
  const context: VaultContext<BackupDeps> = { deps, stores, session, announce };
  const unlocker = createUnlocker(context);
  const repository = createEntryRepository(context);
  const headWriter = createHeadWriter(context, unlocker);
  const slots = createSlots(context, unlocker, headWriter);

  /** Prevents a recorded use from making a backup due. A use also raises the revision. */
  const noteUse = async () => {
    const { vault } = await session.require();
    await deps.exclusive('settings', () => advanceLastBackup(deps.local, vault));
  };

  // Loaded on demand, because the popup doesn't need it.
  const setAside = async () =>
    (await import('./health/createSetAside')).createSetAside(deps, everything, session);

  async function createFirst(unlocked: Unlocked, { header, kek }: PassphraseKey): Promise<void> {
    const sealing = await deps.sealing();
    const tools = { sealing, random: deps.random };
    const slot = sealSlot(unlocked, recipientFrom(sealing, header, kek), tools);
    await unlocker.createFirstHead(unlocked, slot);
    announce('unlocked');
  }

  return {
    ...more?.({ context, repository, noteUse }),
    state: () => unlocker.state(),
    async create(passphrase) {
      await checkPassphrase(deps, passphrase);
      const unlocked = newKey(deps);
      const { header, kek } = await newPassphrase(deps, passphrase);
      await createFirst(unlocked, { header, kek });
    },
    async createWithoutPassphrase() {
      if ((await deps.rules?.())?.required) throw new AppError('vault/passphrase-required');
      const unlocked = newKey(deps);
      const device = deps.random(32);
      const header = newHeader(deps, 'device', { device: toBase64url(device) });
      await createFirst(unlocked, { header, kek: kekFromRandomKey(header, device) });
    },
    async unlock(passphrase) {
      const opened = await headWriter.byPassphrase(passphrase);
      await headWriter.enter(opened);
      // A failed upgrade is ignored, because the vault is open. The next unlock tries again.
      if (isOutdated(deps, opened.slot))
        await slots.changePassphrase(passphrase, passphrase).catch(() => undefined);
    },
    verifyPassphrase: (passphrase) => headWriter.verifyPassphrase(passphrase),
    lock: () => session.end(),
    hasNoPassphrase: () => session.isFree(),
    touch: () => unlocker.touch(),
    endsAt: () => session.endsAt(),
    ...entryOperations(context, repository, noteUse),
    slots,
    health: createHealth({ ...context, stores: everything }, repository),
    setAside: {
      list: async () => (await setAside()).list(),
      startAnew: async () => (await setAside()).startAnew(),
      reopen: async (id) => (await setAside()).reopen(id),
      remove: async (id) => (await setAside()).remove(id),
    },
    trash: createTrash(context, repository),
    backups: createBackups(context, unlocker, repository),
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
