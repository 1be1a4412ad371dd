import type { PublicKeySealing } from '../../crypto';
import type { AnySlot } from '../format/Slot';
import { recipientFrom, recipientOf, type Recipient, type VaultKey } from '../format/slotSealing';
import { keyringOf, type Keyring } from '../migration/v1/SlotV1';
import type { OpenedSlot } from './openHeads';

/**
 * Slot types whose KEKs version 1 stored in the passphrase slot, so that old copies of the vault may reveal them.
 */
const wereInKeyring = new Set(['recovery', 'passkey']);

/** Returns the KEKs of version 1 slots that this opened slot knows. Empty if the slot has the current version. */
export function knownKeks({ head, slot, kek }: Pick<OpenedSlot, 'head' | 'slot' | 'kek'>): Keyring {
  if (slot.v !== 1) return new Map();
  return new Map([...keyringOf(head.vault, slot, kek), [slot.id, kek]]);
}

/** What sealing to a head's slots needs: the vault key and, for slots of version 1, their KEKs. */
export interface Servable {
  readonly vaultKey: VaultKey;
  readonly keks: Keyring;
  readonly sealing: PublicKeySealing;
}

/** Returns the recipient of a slot, or null if the slot's key isn't available. */
export function servableRecipient(
  slot: AnySlot,
  { vaultKey, keks, sealing }: Servable,
): Recipient | null {
  if (slot.v === 2) return recipientOf(vaultKey, slot);
  const kek = keks.get(slot.id);
  if (!kek) return null;
  const { v: _, nonce: __, wrapped: ___, commit: ____, keyring: _____, ...header } = slot;
  const renew = wereInKeyring.has(slot.type);
  return recipientFrom(sealing, { ...header, renew, pending: false }, kek);
}
