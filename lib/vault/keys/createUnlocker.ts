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

/** The local storage key that is set from `startAnew` until the next vault exists. */
export const freshKey = 'vault.fresh';

const idOf = ({ id }: AnySlot) => id;

const deviceKek = (slot: AnySlot) =>
  kekFromRandomKey(slot, fromBase64url(slot.device) ?? new Uint8Array());

const opensItself = ({ slots }: StoredHead) => slots.some(({ type }) => type === 'device');

/**
 * Heads of vaults without a passphrase. If only one of the two copies opens without a passphrase, the other was
 * secured later.
 */
const withoutPassphrase = (heads: readonly StoredHead[]) =>
  heads.filter(({ vault }) => heads.every((one) => one.vault !== vault || opensItself(one)));

/** Lists the readable heads and opens their slots. */
export interface Unlocker {
  state(): Promise<VaultState>;
  /**
   * Returns the readable heads, the most trusted first. While a vault is open, returns only heads that its key made.
   * While none is open, only opening a slot shows which head is the vault's own.
   */
  heads(): Promise<readonly StoredHead[]>;
  /** Tries the slots of a type. Throws `vault/wrong-passphrase`, `vault/tampered` or `vault/too-new`. */
  open(type: SlotType, kekOf: KekOf): Promise<OpenedSlot>;
  /** Like `open`, for a vault without a passphrase. */
  openWithoutPassphrase(): Promise<OpenedSlot>;
  /** Creates a vault's first head. Throws `vault/exists` if there is a head. */
  createFirstHead(unlocked: Unlocked, slot: Slot): Promise<void>;
  /** Opens the session. `free`: the vault has no passphrase. */
  enter(unlocked: Unlocked, free: boolean): Promise<void>;
  /** Extends the session. */
  touch(): ReturnType<Vault['touch']>;
}

const byTrust = (a: StoredHead, b: StoredHead) =>
  Number(b.hasValidChecksum()) - Number(a.hasValidChecksum()) ||
  b.epoch - a.epoch ||
  b.revision - a.revision;

/**
 * Creates the unlocker. It announces `unlocked` when a vault without a passphrase opens by itself, for example after a
 * lock.
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

  /** While a vault is open, ignores the slots of other vaults: their keys must not count. */
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
    // If there also is a vault with a passphrase, the user chooses which one to open.
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

/** Returns the key of a new vault. */
export const newKey = ({ random }: VaultDeps): Unlocked => ({
  vault: toBase64url(random(16)),
  epoch: 1,
  key: random(32),
});
