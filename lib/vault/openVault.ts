import { toBase64url } from '../crypto';
import { AppError } from '../errors';
import { createLedger } from './createLedger';
import { createSession } from './createSession';
import { entryOperations } from './entryOperations';
import { decodeHead, encodeHead, type StoredHead } from './format/Head';
import { deriveKeys } from './format/keys';
import { unwrap, wrap } from './format/wrap';
import { newPassphrase, passphraseKek } from './slots';
import { createStores } from './storage/createStores';
import { mirrorStore } from './storage/mirrorStore';
import type { Vault, VaultState } from './Vault';
import type { VaultDeps, VaultMessage } from './VaultDeps';

/** Milliseconds without use until the vault locks itself. */
const idle = 15 * 60_000;

const leastPassphrase = 8;

/** Builds the vault of this page. */
export function openVault(deps: VaultDeps): Vault {
  const stores = createStores(deps.primary, mirrorStore(deps.local));
  const session = createSession(deps.session, deps.clock, deps.exclusive);
  const ledger = createLedger(deps, stores, session);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const announce = (message: VaultMessage) => {
    deps.bus.post(message);
    tell();
  };
  const silence = deps.bus.subscribe(tell);

  /** The heads that can be read, the best first. */
  async function heads(): Promise<readonly StoredHead[]> {
    const texts = await stores.heads();
    return [texts.primary, texts.mirror]
      .map((text) => decodeHead(text ?? ''))
      .filter((head) => head !== null)
      .toSorted((a, b) => Number(b.sound) - Number(a.sound) || b.revision - a.revision);
  }

  async function state(): Promise<VaultState> {
    if (await session.current()) return 'unlocked';
    const texts = await stores.heads();
    if ((await heads()).length > 0) return 'locked';
    const untouched = texts.primary === null && texts.mirror === null;
    return untouched && !deps.lost() ? 'none' : 'damaged';
  }

  async function create(passphrase: string): Promise<void> {
    if (Array.from(passphrase).length < leastPassphrase)
      throw new AppError('vault/weak-passphrase');
    const vault = toBase64url(deps.random(16));
    const key = deps.random(32);
    const epoch = 1;
    const { header, kek } = await newPassphrase(deps, passphrase);
    const slots = [wrap(vault, epoch, header, kek, key, deps.random)];
    const fresh = { vault, epoch, revision: 1, slots, versions: new Map<string, number>() };
    await deps.exclusive('vault', async () => {
      if ((await state()) !== 'none') throw new AppError('vault/exists');
      const head = encodeHead(fresh, deriveKeys(key, vault, epoch));
      await stores.change([], (now) => {
        if (now.head !== null) throw new AppError('vault/exists');
        return { head, put: new Map(), drop: [] };
      });
      await session.begin({ vault, epoch, key }, idle);
      await session.keepSummaries({ vault, revision: 1, list: [] });
    });
    announce('unlocked');
  }

  async function unlock(passphrase: string): Promise<void> {
    if (passphrase === '') throw new AppError('vault/wrong-passphrase');
    const derived = new Map<string, Promise<Uint8Array>>();
    let damaged = false;
    for (const head of await heads()) {
      for (const slot of head.slots.filter(({ type }) => type === 'passphrase')) {
        const { vault, epoch } = head;
        const print = [slot.salt, slot.memory, slot.passes, slot.lanes].join();
        const kek = derived.get(print) ?? passphraseKek(deps, slot, passphrase);
        derived.set(print, kek);
        const key = unwrap(vault, epoch, slot, await kek);
        if (key === 'wrong-key') continue;
        if (key === 'damaged' || !head.authentic(deriveKeys(key, vault, epoch))) {
          damaged = true;
          continue;
        }
        await session.begin({ vault, epoch, key }, idle);
        announce('unlocked');
        return;
      }
    }
    throw new AppError(damaged ? 'vault/tampered' : 'vault/wrong-passphrase');
  }

  return {
    state,
    create,
    unlock,
    async lock() {
      await session.end();
      announce('locked');
    },
    touch: () => session.extend(idle),
    ...entryOperations(deps, ledger, () => announce('changed')),
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
