import { timingSafeEqual, type PublicKeySealing } from '../../crypto';
import { AppError } from '../../errors';
import { afterDurable } from '../entries/afterDurable';
import { decodeHead, encodeHead, withEnd, type StoredHead } from '../format/Head';
import { deriveKeys, type EpochKeys } from '../format/keys';
import { openRecord, sealRecord } from '../format/record';
import type { AnySlot, SlotHeader } from '../format/Slot';
import { openSlot, recipientFrom, sealSlot, type Recipient } from '../format/slotSealing';
import { verifyStores } from '../health/verifyStores';
import { pruneOldVersion } from '../migration/pruneOldVersion';
import { migrate } from '../migration/migrate';
import type { Keyring } from '../migration/v1/SlotV1';
import type { Stores } from '../storage/createStores';
import type { Change, Snapshot } from '../storage/Store';
import type { VaultDeps } from '../VaultDeps';
import type { Unlocker } from './createUnlocker';
import type { Session, Unlocked } from './createSession';
import type { OpenedSlot } from './openHeads';
import { passphraseKek } from './slotKeys';
import { knownKeks, servableRecipient } from './slotRecipients';

/** A key that will open the vault from now on. */
export interface PassphraseKey {
  readonly header: SlotHeader;
  readonly kek: Uint8Array;
}

/** A new vault key and its holders. */
export interface Rotation {
  /** The vault key to replace. */
  readonly from: Unlocked;
  /** The slot that opened the vault, if slots of version 1 may exist beside it. */
  readonly opened?: OpenedSlot;
  /** Whether to keep a slot. If it throws, nothing changes. */
  readonly keep: (slot: AnySlot, slots: readonly AnySlot[]) => boolean;
  /** A new slot, tested before anything is written. It goes before the others. */
  readonly holder?: PassphraseKey;
  /** Changes the headers of the kept slots. */
  readonly rename?: (header: SlotHeader) => SlotHeader;
}

/** Rewrites the head, or all records too, as one change. */
export interface HeadWriter {
  /** Throws `vault/locked`. */
  current(): Promise<Unlocked>;
  /** Opens the session and notifies the other pages. */
  enter(opened: OpenedSlot): Promise<void>;
  /** Counts as an attempt. Throws `vault/wrong-passphrase`, `vault/too-many-tries`. */
  byPassphrase(passphrase: string): Promise<OpenedSlot>;
  /**
   * Adds a slot under the same vault key. `check` gets the existing slots, and throws if the new one must not be
   * added.
   */
  add(
    unlocked: Unlocked,
    holder: PassphraseKey,
    check: (slots: readonly AnySlot[]) => void,
  ): Promise<void>;
  /** Replaces the vault key. Also removes slots that can't be sealed to. */
  rotate(rotation: Rotation): Promise<void>;
}

/** Re-encrypts every sound record under the new keys at a new revision. Damaged records stay unchanged. */
function reseal(
  now: Snapshot,
  head: StoredHead,
  { slots, from, to }: { slots: readonly AnySlot[]; from: EpochKeys; to: EpochKeys },
  deps: VaultDeps,
): Change {
  const revision = head.revision + 1;
  const versions = new Map(head.versions);
  const put = new Map<string, Uint8Array>();
  for (const [id, bytes] of now.records) {
    const content = versions.has(id) ? openRecord(from, id, bytes) : null;
    if (!content) continue;
    put.set(id, sealRecord(to, id, revision, content, deps.random));
    versions.set(id, revision);
  }
  const ended = withEnd(head, from);
  const next = { vault: head.vault, epoch: to.epoch, revision, slots, versions, ended };
  return { head: encodeHead(next, to), put, drop: [] };
}

const keysOf = ({ key, vault, epoch }: Unlocked) => deriveKeys(key, vault, epoch);

export function createHeadWriter(
  deps: VaultDeps,
  stores: Stores,
  session: Session,
  unlocker: Unlocker,
  announce: (what: 'changed' | 'unlocked') => void,
  attempts: { begin(): Promise<void>; reset(): Promise<void> },
): HeadWriter {
  /** The lists keep their content; only their revision changes. */
  const moveLists = (revision: number) => session.applyEdit({ revision, put: [], drop: [] });

  /** Makes one change to the head that these keys made. The caller holds the vault's lock. */
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

  /** Creates a slot for a new holder, and tests that it opens before storing it. */
  function sealProved(
    unlocked: Unlocked,
    { header, kek }: PassphraseKey,
    sealing: PublicKeySealing,
  ) {
    const tools = { sealing, random: deps.random };
    const slot = sealSlot(unlocked, recipientFrom(sealing, header, kek), tools);
    const proof = openSlot(unlocked, slot, kek, sealing);
    if (!(proof instanceof Uint8Array) || !timingSafeEqual(proof, unlocked.key))
      throw new AppError('vault/tampered');
    return slot;
  }

  /** Computes the slots after a rotation. Runs inside the transaction, on the stored head. */
  function slotsFor(
    after: Unlocked,
    head: StoredHead,
    rotation: Rotation,
    sealing: PublicKeySealing,
  ) {
    const { from, opened, keep, holder, rename = (header) => header } = rotation;
    const keks: Keyring = opened ? knownKeks(opened) : new Map();
    const kept = head.slots
      .filter((slot) => keep(slot, head.slots))
      .map((slot) => servableRecipient(slot, { vaultKey: from, keks, sealing }));
    // Without the slot that opened the vault, it is unknown which slots would be left out.
    if (!opened && kept.includes(null)) throw new AppError('vault/needs-passphrase');
    const staying = kept
      .filter((one): one is Recipient => one !== null)
      .map(({ header, publicKey, psk }) => {
        const recipient = { header: rename(header), publicKey, psk };
        return sealSlot(after, recipient, { sealing, random: deps.random });
      });
    return holder ? [sealProved(after, holder, sealing), ...staying] : staying;
  }

  /** Repairs first, so that the leading store has every record. */
  async function rotate(rotation: Rotation): Promise<void> {
    const before = rotation.from;
    const after = { ...before, epoch: before.epoch + 1, key: deps.random(32) };
    const sealing = await deps.sealing();
    const replacing = deps.exclusive('vault', async () => {
      await verifyStores(deps, stores, session, before);
      const from = keysOf(before);
      const to = keysOf(after);
      const resealing = rewrite(from, 'all', (head, now) => {
        const slots = slotsFor(after, head, rotation, sealing);
        if (slots.length === 0) throw new AppError('vault/tampered');
        return reseal(now, head, { slots, from, to }, deps);
      });
      await afterDurable(resealing, async () => {
        await session.rekey(after);
        await pruneOldVersion(deps, after, false);
      });
    });
    await afterDurable(replacing, () => announce('changed'));
  }

  /** Upgrades slots of version 1, with a new vault key, if every one of them can be sealed to. */
  async function upgradeSlots(opened: OpenedSlot): Promise<void> {
    const { head, unlocked } = opened;
    const keks = knownKeks(opened);
    const older = head.slots.filter(({ v }) => v === 1);
    if (older.length === 0 || !older.every(({ id }) => keks.has(id))) return;
    await rotate({
      from: unlocked,
      opened,
      // Another page may have added a slot with an unknown key meanwhile: the next unlock tries again.
      keep: (slot) => {
        if (slot.v === 1 && !keks.has(slot.id)) throw new AppError('vault/tampered');
        return true;
      },
    });
  }

  /** The vault opens either way; the next unlock tries the upgrade again. */
  async function upgraded(opened: OpenedSlot): Promise<OpenedSlot> {
    if (!opened.head.slots.some(({ v }) => v === 1)) return opened;
    await upgradeSlots(opened).catch(() => undefined);
    const { type, salt } = opened.slot;
    return unlocker.open(type, (slot) => (slot.salt === salt ? opened.kek : null));
  }

  return {
    current: () => session.require(),
    async enter(opened) {
      const { unlocked, slot } = opened;
      await deps.exclusive('vault', () => migrate(deps, unlocked));
      await unlocker.enter(unlocked, slot.type === 'device');
      announce('unlocked');
    },
    async byPassphrase(passphrase) {
      if (passphrase === '') throw new AppError('vault/wrong-passphrase');
      await attempts.begin();
      const opened = await unlocker.open('passphrase', (slot) =>
        passphraseKek(deps, slot, passphrase),
      );
      await attempts.reset();
      return upgraded(opened);
    },
    async add(unlocked, holder, check) {
      const keys = keysOf(unlocked);
      const sealing = await deps.sealing();
      const slot = sealProved(unlocked, holder, sealing);
      const rewriting = deps.exclusive('vault', async () => {
        const { head: text } = await stores.some([]);
        // If the leading store is damaged or holds another vault, verifying restores the head to go on from.
        if (!decodeHead(text ?? '')?.verifyMac(keys))
          await verifyStores(deps, stores, session, unlocked);
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
