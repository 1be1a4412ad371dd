import { fromBase64url, toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import { encodeHead, type StoredHead } from '../format/Head';
import { deriveKeys } from '../format/keys';
import type { AnySlot, Slot, SlotType } from '../format/Slot';
import { headDecoder, formatUpgrades } from '../migration/formatUpgrades';
import type { Vault, VaultState } from '../Vault';
import type { VaultContext } from '../VaultContext';
import type { VaultDeps } from '../VaultDeps';
import type { Unlocked } from './createSession';
import { openHeads, type KekOf, type OpenedSlot } from './openHeads';
import { kekFromRandomKey } from './slotKeys';

/** The local storage key of the flag that allows a new vault after `startAnew`. */
export const freshKey = 'vault.fresh';

const idOf = ({ id }: AnySlot) => id;

const deviceKek = (slot: AnySlot) =>
  kekFromRandomKey(slot, fromBase64url(slot.device) ?? new Uint8Array());

const opensItself = ({ slots }: StoredHead) => slots.some(({ type }) => type === 'device');

/**
 * Returns the heads of vaults without a passphrase. If only one of a vault's two heads has a device slot, a
 * passphrase was set after that head was written.
 */
const withoutPassphrase = (heads: readonly StoredHead[]) =>
  heads.filter(({ vault }) => heads.every((one) => one.vault !== vault || opensItself(one)));

/** Reads the heads and opens their slots. */
export interface Unlocker {
  state(): Promise<VaultState>;
  /**
   * Returns the readable heads, most trusted first. While a vault is open, returns only heads that its key made.
   * While all vaults are locked, only opening a slot can show which head is genuine.
   */
  heads(): Promise<readonly StoredHead[]>;
  /**
   * Tries the slots of one type. Throws `vault/wrong-passphrase`, `vault/tampered`, `vault/too-new` or
   * `format/cost-too-high`.
   */
  open(type: SlotType, kekOf: KekOf): Promise<OpenedSlot>;
  /** Opens a vault without a passphrase. Throws what `open` throws. */
  openWithoutPassphrase(): Promise<OpenedSlot>;
  /** Creates a vault's first head and opens the session. Throws `vault/exists` if the stores hold a vault. */
  createFirstHead(unlocked: Unlocked, slot: Slot): Promise<void>;
  /** Opens the session. `free` means that the vault has no passphrase. */
  enter(unlocked: Unlocked, free: boolean): Promise<void>;
  /** Restarts the inactivity timer. */
  touch(): ReturnType<Vault['touch']>;
}

const byTrust = (a: StoredHead, b: StoredHead) =>
  Number(b.hasValidChecksum()) - Number(a.hasValidChecksum()) ||
  b.epoch - a.epoch ||
  b.revision - a.revision;

/**
 * Creates the unlocker. All pages are notified when a vault without a passphrase opens by itself, for example
 * after a lock.
 */
export function createUnlocker({ deps, stores, session, announce }: VaultContext): Unlocker {
  /** Returns every head in the stores, of any vault and format version. */
  async function allHeads(): Promise<readonly StoredHead[]> {
    const texts = await stores.heads();
    const headOf = headDecoder(deps.steps ?? formatUpgrades);
    return [texts.primary, texts.mirror].map(headOf).filter((head) => head !== null);
  }

  async function heads() {
    const [all, unlocked] = await Promise.all([allHeads(), session.current()]);
    const ours = all.filter(
      ({ vault, readable, verifyWithVaultKey }) =>
        readable &&
        (unlocked === null || (vault === unlocked.vault && verifyWithVaultKey(unlocked.key))),
    );
    return ours.toSorted(byTrust);
  }

  /**
   * Opens a slot. While a vault is open, slots of other vaults are ignored, because their keys must not be
   * accepted.
   */
  async function open(type: SlotType, kekOf: KekOf): Promise<OpenedSlot> {
    const [all, unlocked, sealing] = await Promise.all([
      allHeads(),
      session.current(),
      deps.sealing(),
    ]);
    const found = all.filter(({ vault }) => unlocked === null || vault === unlocked.vault);
    return openHeads({ heads: found, type, kekOf, sealing });
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
    const all = await allHeads();
    const found = all.filter(({ readable }) => readable);
    // If there is also a vault with a passphrase, the user chooses which vault to open.
    if (found.length > 0 && withoutPassphrase(all).length === all.length) {
      await enter((await openWithoutPassphrase()).unlocked, true);
      announce('unlocked');
      return 'unlocked';
    }
    if (found.length > 0) return 'locked';
    if (all.length > 0) return 'too-new';
    const untouched = texts.primary === null && texts.mirror === null;
    const readable =
      !stores.unavailable('mirror') && (!stores.unavailable('primary') || deps.privateBrowsing());
    if (!untouched) return 'damaged';
    if (readable && !deps.lost()) return 'none';
    const settings = await deps.local.get(freshKey).catch((): Record<string, unknown> => ({}));
    return settings[freshKey] === true ? 'none' : 'damaged';
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
        ended: new Map<number, string>(),
      };
      const text = encodeHead(head, deriveKeys(key, vault, epoch));
      await deps.exclusive('vault', async () => {
        if ((await state()) !== 'none') throw new AppError('vault/exists');
        await stores.change([], (now) => {
          if (now.head !== null) throw new AppError('vault/exists');
          return { head: text, put: new Map(), drop: [] };
        });
        await deps.local.remove(freshKey);
        await enter(unlocked, slot.type === 'device');
        await session.saveSummaries({ vault, revision: 1, list: [] });
      });
    },
  };
}

/** Returns the id and key of a new vault. */
export const newKey = ({ random }: VaultDeps): Unlocked => ({
  vault: toBase64url(random(16)),
  epoch: 1,
  key: random(32),
});
