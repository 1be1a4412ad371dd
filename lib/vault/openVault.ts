import { toBase64url } from '../crypto';
import { AppError } from '../errors';
import { createBackups } from './backup/createBackups';
import { createAccess, newKey } from './keys/createAccess';
import { createHealth } from './health/createHealth';
import { createLedger } from './entries/createLedger';
import { createRewriter } from './keys/createRewriter';
import { createSession } from './keys/createSession';
import { createSlots } from './keys/createSlots';
import { createTries } from './keys/createTries';
import { entryOperations } from './entries/entryOperations';
import { wrap } from './format/wrap';
import { checkPassphrase, isOutdated, newHeader, newPassphrase, strongKek } from './keys/slotKeys';
import { headsBy, steps } from './migration/steps';
import { createStores } from './storage/createStores';
import { inFormat } from './storage/inFormat';
import { mirrorStore } from './storage/mirrorStore';
import { createTrash } from './entries/createTrash';
import type { SecureVault } from './SecureVault';
import type { VaultDeps, VaultMessage } from './VaultDeps';

/** Builds the vault of this page. */
export function openVault(deps: VaultDeps): SecureVault {
  const mirror = mirrorStore(deps.local);
  const stores = createStores(
    inFormat(deps.primary),
    inFormat(mirror),
    headsBy(deps.steps ?? steps),
  );
  const everything = createStores(deps.primary, mirror);
  const tries = createTries(deps.local, deps.clock, deps.exclusive);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const announce = (message: VaultMessage) => {
    deps.bus.post(message);
    tell();
  };
  const silence = deps.bus.subscribe(tell);
  const session = createSession(deps.session, deps.clock, deps.exclusive, () => announce('locked'));
  const access = createAccess(deps, stores, session, () => announce('unlocked'));
  const ledger = createLedger(deps, stores, session);
  const rewriter = createRewriter(deps, stores, session, access, announce, tries);
  const slots = createSlots(deps, access, rewriter, deps.passkeys);

  return {
    state: () => access.state(),
    async create(passphrase) {
      await checkPassphrase(deps, passphrase);
      const unlocked = newKey(deps);
      const { header, kek } = await newPassphrase(deps, passphrase);
      const { vault, epoch, key } = unlocked;
      await access.found(unlocked, wrap(vault, epoch, header, kek, key, deps.random));
      announce('unlocked');
    },
    async createWithoutPassphrase() {
      if ((await deps.rules?.())?.required) throw new AppError('vault/passphrase-required');
      const unlocked = newKey(deps);
      const device = deps.random(32);
      const header = newHeader(deps, 'device', { device: toBase64url(device) });
      const { vault, epoch, key } = unlocked;
      const kek = strongKek(header, device);
      await access.found(unlocked, wrap(vault, epoch, header, kek, key, deps.random));
      announce('unlocked');
    },
    async unlock(passphrase) {
      const opened = await rewriter.byPassphrase(passphrase);
      await rewriter.enter(opened);
      // The vault is open either way; a slot that could not be raised is tried again next time.
      if (isOutdated(deps, opened.slot))
        await slots.changePassphrase(passphrase, passphrase).catch(() => undefined);
    },
    lock: () => session.end(),
    isFree: () => session.isFree(),
    touch: () => access.touch(),
    endsAt: () => session.endsAt(),
    ...entryOperations(deps, ledger, () => announce('changed')),
    slots,
    health: createHealth(deps, everything, session, ledger, () => announce('changed')),
    trash: createTrash(deps, ledger, () => announce('changed')),
    backups: createBackups(deps, access, session, ledger, () => announce('changed')),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      silence();
      listeners.clear();
      deps.bus.close();
      stores.close();
    },
  };
}
