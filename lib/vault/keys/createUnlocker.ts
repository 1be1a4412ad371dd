import { fromBase64url, toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { Session, Unlocked } from './createSession';
import { encodeHead, isSuperseded, type StoredHead } from '../format/Head';
import { deriveKeys } from '../format/keys';
import type { Slot, SlotType } from '../format/Slot';
import { unwrapKey } from '../format/wrapKey';
import { headDecoder, formatUpgrades } from '../migration/formatUpgrades';
import { kekFromRandomKey } from './slotKeys';
import type { Stores } from '../storage/createStores';
import type { VaultState } from '../Vault';
import type { VaultDeps } from '../VaultDeps';

/** A slot that was opened: its wrapping key, and the vault key that was in it. */
export interface OpenedSlot {
  readonly head: StoredHead;
  readonly slot: Slot;
  readonly kek: Uint8Array;
  readonly unlocked: Unlocked;
}

const idOf = ({ id }: Slot) => id;

const deviceKek = (slot: Slot) =>
  kekFromRandomKey(slot, fromBase64url(slot.device) ?? new Uint8Array());

const opensItself = ({ slots }: StoredHead) => slots.some(({ type }) => type === 'device');

/** Those of vaults without a passphrase. Where only one of a vault's two is such, somebody locked it since. */
const withoutPassphrase = (heads: readonly StoredHead[]) =>
  heads.filter(({ vault }) => heads.every((one) => one.vault !== vault || opensItself(one)));

function tooNew(error: unknown): 'too-new' {
  if (error instanceof AppError && error.code === 'vault/too-new') return 'too-new';
  throw error;
}

type KekOf = (slot: Slot) => Uint8Array | Promise<Uint8Array> | null;

/** The way in: which heads there are, and whether a key opens one of their slots. */
export interface Unlocker {
  state(): Promise<VaultState>;
  /**
   * The heads that can be read and are not superseded, the best first: of the open vault alone, of every one
   * that a store holds while none is open. Throws `vault/too-new`.
   */
  heads(): Promise<readonly StoredHead[]>;
  /** Tries the slots of a type; throws `vault/wrong-passphrase`, or `vault/tampered`. */
  open(type: SlotType, kekOf: KekOf): Promise<OpenedSlot>;
  /** As `open`, of a vault without a passphrase. */
  openWithoutPassphrase(): Promise<OpenedSlot>;
  /** A vault's first head, where there is none. Throws `vault/exists`. */
  createFirstHead(unlocked: Unlocked, slot: Slot): Promise<void>;
  /** Opens the session. `free`: no person's key was needed. */
  enter(unlocked: Unlocked, free: boolean): Promise<void>;
  /** Puts off the end of the session. */
  touch(): Promise<void>;
}

/** Calls `opened` when a vault without a passphrase has opened by itself, as after a lock. */
export function createUnlocker(
  deps: VaultDeps,
  stores: Stores,
  session: Session,
  opened: () => void,
): Unlocker {
  async function heads() {
    const [texts, unlocked] = await Promise.all([stores.heads(), session.current()]);
    const readable = [texts.primary, texts.mirror]
      .map(headDecoder(deps.steps ?? formatUpgrades))
      .filter((head) => head !== null)
      .filter(({ vault }) => unlocked === null || vault === unlocked.vault);
    return readable
      .filter((head) => !isSuperseded(head, readable))
      .toSorted(
        (a, b) =>
          Number(b.hasValidChecksum()) - Number(a.hasValidChecksum()) || b.revision - a.revision,
      );
  }

  async function open(type: SlotType, kekOf: KekOf): Promise<OpenedSlot> {
    // Both heads usually have the same slots: no key is derived twice.
    const derived = new Map<string, ReturnType<KekOf>>();
    const found = await heads();
    let damaged = found.length === 0;
    for (const head of found) {
      const { vault, epoch } = head;
      for (const slot of head.slots.filter((one) => one.type === type)) {
        const cacheKey = [slot.id, slot.salt, slot.memory, slot.passes, slot.lanes].join();
        if (!derived.has(cacheKey)) derived.set(cacheKey, kekOf(slot));
        const kek = await derived.get(cacheKey);
        if (!kek) continue;
        const key = unwrapKey(vault, epoch, slot, kek);
        if (key === 'wrong-key') continue;
        if (key !== 'damaged' && head.verifyWithVaultKey(key))
          return { head, slot, kek, unlocked: { vault, epoch, key } };
        damaged = true;
      }
    }
    throw new AppError(damaged ? 'vault/tampered' : 'vault/wrong-passphrase');
  }

  async function openWithoutPassphrase(): Promise<OpenedSlot> {
    const free = new Set(withoutPassphrase(await heads()).flatMap(({ slots }) => slots.map(idOf)));
    return open('device', (slot) => (free.has(slot.id) ? deviceKek(slot) : null));
  }

  const idle = async () => {
    const minutes = await deps.lockAfter();
    return minutes === 0 ? null : minutes * 60_000;
  };

  const enter = async (unlocked: Unlocked, free: boolean) =>
    session.begin(unlocked, await idle(), free);

  async function state(): Promise<VaultState> {
    if (await session.current()) return 'unlocked';
    const texts = await stores.heads();
    const found = await heads().catch(tooNew);
    if (found === 'too-new') return found;
    // Beside a vault that has a passphrase, people say which one they want.
    if (found.length > 0 && withoutPassphrase(found).length === found.length) {
      await enter((await openWithoutPassphrase()).unlocked, true);
      opened();
      return 'unlocked';
    }
    if (found.length > 0) return 'locked';
    const untouched = texts.primary === null && texts.mirror === null;
    const readable =
      !stores.unavailable('mirror') && (!stores.unavailable('primary') || deps.privateBrowsing());
    return untouched && readable && !deps.lost() ? 'none' : 'damaged';
  }

  return {
    state,
    heads,
    open,
    openWithoutPassphrase,
    enter,
    touch: async () => session.extend(await idle()),
    async createFirstHead(unlocked, slot) {
      const { vault, epoch, key } = unlocked;
      const head = {
        vault,
        epoch,
        revision: 1,
        slots: [slot],
        versions: new Map<string, number>(),
      };
      const text = encodeHead(head, deriveKeys(key, vault, epoch));
      await deps.exclusive('vault', async () => {
        if ((await state()) !== 'none') throw new AppError('vault/exists');
        await stores.change([], (now) => {
          if (now.head !== null) throw new AppError('vault/exists');
          return { head: text, put: new Map(), drop: [] };
        });
        await enter(unlocked, slot.type === 'device');
        await session.saveSummaries({ vault, revision: 1, list: [] });
      });
    },
  };
}

/** A vault key for a vault that is not there yet. */
export const newKey = ({ random }: VaultDeps): Unlocked => ({
  vault: toBase64url(random(16)),
  epoch: 1,
  key: random(32),
});
