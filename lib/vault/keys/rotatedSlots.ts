import { timingSafeEqual } from '../../crypto';
import { AppError } from '../../errors';
import type { StoredHead } from '../format/Head';
import type { AnySlot, Slot, SlotHeader } from '../format/Slot';
import {
  openSlot,
  recipientFrom,
  sealSlot,
  type Recipient,
  type SealingTools,
} from '../format/slotSealing';
import type { Keyring } from '../migration/v1/SlotV1';
import type { Unlocked } from './createSession';
import type { OpenedSlot } from './openHeads';
import { knownKeks, servableRecipient } from './slotRecipients';

/** A new slot's header and its KEK. */
export interface PassphraseKey {
  readonly header: SlotHeader;
  readonly kek: Uint8Array;
}

/** What a rotation of the vault key changes. */
export interface Rotation {
  /** The vault key to replace. */
  readonly from: Unlocked;
  /**
   * The slot that was opened. Needed if slots of version 1 may exist, because the keyring of the opened slot
   * holds their keys.
   */
  readonly opened?: OpenedSlot;
  /** Whether to keep a slot. A thrown error cancels the rotation. */
  readonly keep: (slot: AnySlot, slots: readonly AnySlot[]) => boolean;
  /** A new slot, which is placed first. It is opened as a test before anything is written. */
  readonly holder?: PassphraseKey;
  /** Changes the headers of the kept slots. */
  readonly rename?: (header: SlotHeader) => SlotHeader;
}

/** Creates a slot and tests that it opens. Throws `vault/tampered` if it doesn't. */
export function sealProved(
  unlocked: Unlocked,
  { header, kek }: PassphraseKey,
  tools: SealingTools,
): Slot {
  const { sealing } = tools;
  const slot = sealSlot(unlocked, recipientFrom(sealing, header, kek), tools);
  const proof = openSlot(unlocked, slot, kek, sealing);
  if (!(proof instanceof Uint8Array) || !timingSafeEqual(proof, unlocked.key))
    throw new AppError('vault/tampered');
  return slot;
}

/** Returns the slots of the new head. Runs inside the transaction, on the stored head. */
export function rotatedSlots(
  after: Unlocked,
  head: StoredHead,
  rotation: Rotation,
  tools: SealingTools,
): readonly Slot[] {
  const { from, opened, keep, holder, rename = (header) => header } = rotation;
  const keks: Keyring = opened ? knownKeks(opened) : new Map();
  const kept = head.slots
    .filter((slot) => keep(slot, head.slots))
    .map((slot) => servableRecipient(slot, { vaultKey: from, keks, sealing: tools.sealing }));
  // Without the opened slot, a slot of version 1 would be lost.
  if (!opened && kept.includes(null)) throw new AppError('vault/needs-passphrase');
  const staying = kept
    .filter((one): one is Recipient => one !== null)
    .map(({ header, publicKey, psk }) => {
      const recipient = { header: rename(header), publicKey, psk };
      return sealSlot(after, recipient, tools);
    });
  return holder ? [sealProved(after, holder, tools), ...staying] : staying;
}
