import { AppError } from '../../errors';
import { afterDurable } from '../entries/afterDurable';
import { decodeHead, encodeHead, type StoredHead } from '../format/Head';
import { deriveKeys, type EpochKeys } from '../format/keys';
import type { AnySlot } from '../format/Slot';
import type { SealingTools } from '../format/slotSealing';
import { verifyAndOpen, verifyStores } from '../health/verifyStores';
import { migrate } from '../migration/migrate';
import { pruneOldVersion } from '../migration/pruneOldVersion';
import type { Change, Snapshot } from '../storage/Store';
import type { VaultContext } from '../VaultContext';
import { createAttemptLimiter } from './createAttemptLimiter';
import type { Unlocked } from './createSession';
import type { Unlocker } from './createUnlocker';
import type { OpenedSlot } from './openHeads';
import { reseal } from './reseal';
import { rotatedSlots, sealProved, type PassphraseKey, type Rotation } from './rotatedSlots';
import { passphraseKek } from './slotKeys';
import { knownKeks } from './slotRecipients';

/** Opens the session and rewrites the head, alone or with all records. */
export interface HeadWriter {
  /** Returns the key of the open vault. Throws `vault/locked`. */
  current(): Promise<Unlocked>;
  /** Opens the session, runs `first`, then notifies all pages. */
  enter(opened: OpenedSlot, first?: () => Promise<void>): Promise<void>;
  /**
   * Opens a slot by passphrase. Counts as an attempt. Throws `vault/wrong-passphrase` or `vault/too-many-tries`.
   */
  byPassphrase(passphrase: string): Promise<OpenedSlot>;
  /** Like `byPassphrase`, but writes nothing and notifies nobody. Also throws `vault/locked`. */
  verifyPassphrase(passphrase: string): Promise<void>;
  /**
   * Adds a slot with the current vault key. `check` receives the existing slots and throws if the new slot must
   * not be added.
   */
  add(
    unlocked: Unlocked,
    holder: PassphraseKey,
    check: (slots: readonly AnySlot[]) => void,
  ): Promise<void>;
  /** Replaces the vault key. Slots whose key isn't available are removed. */
  rotate(rotation: Rotation): Promise<void>;
}

const keysOf = ({ key, vault, epoch }: Unlocked) => deriveKeys(key, vault, epoch);

export function createHeadWriter(context: VaultContext, unlocker: Unlocker): HeadWriter {
  const { deps, stores, session, announce } = context;
  const attempts = createAttemptLimiter(deps.local, deps.clock, deps.exclusive);
  const sealingTools = async (): Promise<SealingTools> => ({
    sealing: await deps.sealing(),
    random: deps.random,
  });

  /** Changes only the revision of the cached lists, because a new head leaves the entries unchanged. */
  const moveLists = (revision: number) => session.applyEdit({ revision, put: [], drop: [] });

  /**
   * Makes one atomic change to the head. Throws `vault/tampered` if these keys didn't make the head. The caller
   * must hold the vault's lock.
   */
  async function rewrite(
    keys: EpochKeys,
    wanted: 'all' | readonly string[],
    change: (head: StoredHead, now: Snapshot) => Change,
  ): Promise<void> {
    let revision = 0;
    const changing = stores.change(wanted, (now) => {
      const head = decodeHead(now.head ?? '');
      if (!head?.verifyMac(keys)) throw new AppError('vault/tampered');
      if (head.newer) throw new AppError('vault/read-only');
      revision = head.revision + 1;
      return change(head, now);
    });
    await afterDurable(changing, () => moveLists(revision));
  }

  /** Replaces the vault key. Repairs the stores first, so that the leading store has every record. */
  async function rotate(rotation: Rotation): Promise<void> {
    const before = rotation.from;
    const after = { ...before, epoch: before.epoch + 1, key: deps.random(32) };
    const tools = await sealingTools();
    const replacing = deps.exclusive('vault', async () => {
      const { records } = await verifyAndOpen(context, { unlocked: before });
      const from = keysOf(before);
      const to = keysOf(after);
      const resealing = rewrite(from, 'all', (head, now) => {
        const slots = rotatedSlots(after, head, rotation, tools);
        if (slots.length === 0) throw new AppError('vault/tampered');
        return reseal(now, head, { slots, from, to, opened: records }, deps.random);
      });
      await afterDurable(resealing, async () => {
        await session.rekey(after);
        await pruneOldVersion(deps, after, false);
      });
    });
    await afterDurable(replacing, () => announce('changed'));
  }

  /**
   * Upgrades slots of version 1 with a new vault key. Does nothing if the key of one of these slots is unknown.
   */
  async function upgradeSlots(opened: OpenedSlot): Promise<void> {
    const { head, unlocked } = opened;
    const keks = knownKeks(opened);
    const older = head.slots.filter(({ v }) => v === 1);
    if (older.length === 0 || !older.every(({ id }) => keks.has(id))) return;
    await rotate({
      from: unlocked,
      opened,
      // Another page may have added a slot with an unknown key. The next unlock tries the upgrade again.
      keep: (slot) => {
        if (slot.v === 1 && !keks.has(slot.id)) throw new AppError('vault/tampered');
        return true;
      },
    });
  }

  /**
   * Upgrades slots of version 1, then opens the same slot again. If the upgrade fails, the next unlock tries
   * again.
   */
  async function upgraded(opened: OpenedSlot): Promise<OpenedSlot> {
    if (!opened.head.slots.some(({ v }) => v === 1)) return opened;
    await upgradeSlots(opened).catch(() => undefined);
    const { type, salt } = opened.slot;
    return unlocker.open(type, (slot) => (slot.salt === salt ? opened.kek : null));
  }

  async function openByPassphrase(passphrase: string): Promise<OpenedSlot> {
    if (passphrase === '') throw new AppError('vault/wrong-passphrase');
    await attempts.begin();
    const opened = await unlocker.open('passphrase', (slot) =>
      passphraseKek(deps, slot, passphrase),
    );
    await attempts.reset();
    return opened;
  }

  return {
    current: () => session.require(),
    async enter(opened, first) {
      const { unlocked, slot } = opened;
      await deps.exclusive('vault', () => migrate(deps, unlocked));
      await unlocker.enter(unlocked, slot.type === 'device');
      try {
        await first?.();
      } finally {
        announce('unlocked');
      }
    },
    byPassphrase: async (passphrase) => upgraded(await openByPassphrase(passphrase)),
    async verifyPassphrase(passphrase) {
      await session.require();
      await openByPassphrase(passphrase);
    },
    async add(unlocked, holder, check) {
      const keys = keysOf(unlocked);
      const tools = await sealingTools();
      const slot = sealProved(unlocked, holder, tools);
      const rewriting = deps.exclusive('vault', async () => {
        const { head: text } = await stores.some([]);
        // If the leading store is damaged or holds another vault, verifying finds the head to extend.
        if (!decodeHead(text ?? '')?.verifyMac(keys)) await verifyStores(context, { unlocked });
        const changing = rewrite(keys, [], (head) => {
          check(head.slots);
          const next = { ...head, revision: head.revision + 1, slots: [...head.slots, slot] };
          return { head: encodeHead(next, keys), put: new Map(), drop: [] };
        });
        await afterDurable(changing, () => pruneOldVersion(deps, unlocked, false));
      });
      await afterDurable(rewriting, () => announce('changed'));
    },
    rotate,
  };
}
