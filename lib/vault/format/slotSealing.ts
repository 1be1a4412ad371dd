import {
  concat,
  fromBase64url,
  hkdfSha256,
  lengthPrefixed,
  nonceLength,
  seal,
  timingSafeEqual,
  toBase64url,
  unseal,
  type PublicKeySealing,
  type Random,
  type SealingContext,
} from '../../crypto';
import { slotDomain } from './keys';
import type { OpenedKey } from './OpenedKey';
import type { Slot, SlotHeader } from './Slot';

/** A vault key with the vault and epoch that it belongs to. */
export interface VaultKey {
  readonly vault: string;
  readonly epoch: number;
  readonly key: Uint8Array;
}

/** The holder of a slot's KEK, to whom a key can be sealed without knowing the KEK. */
export interface Recipient {
  readonly header: SlotHeader;
  readonly publicKey: Uint8Array;
  /**
   * A secret of the recipient and the holders of the vault key. It proves who sealed a key, and decrypts nothing.
   */
  readonly psk: Uint8Array;
}

/** The dependencies of functions that seal. */
export interface SealingTools {
  readonly sealing: PublicKeySealing;
  readonly random: Random;
}

const none = new Uint8Array();
const bytes = (text: string) => fromBase64url(text) ?? none;

const secretOf = (kek: Uint8Array, what: 'key pair' | 'psk') =>
  hkdfSha256({ key: kek, salt: none, info: lengthPrefixed([slotDomain, what]) });

/** Returns the recipient who holds a slot's KEK. `kek` has 32 bytes. */
export const recipientFrom = (
  sealing: PublicKeySealing,
  header: SlotHeader,
  kek: Uint8Array,
): Recipient => ({
  header,
  publicKey: sealing.deriveKeyPair(secretOf(kek, 'key pair')).publicKey,
  psk: secretOf(kek, 'psk'),
});

/** Returns the header fields that opening a slot depends on, so that changing any of them is detected. */
const headerFields = ({ id, type, memory, passes, lanes, salt, credential }: SlotHeader) =>
  [id, type, memory, passes, lanes, salt, credential] as const;

/** The purpose of a sealed key, either a vault's epoch or a backup. */
export interface Purpose {
  readonly info: 'vault key' | 'backup key';
  readonly vault: string;
  /** The vault's epoch; 0 for a backup. */
  readonly epoch: number;
}

const contextOf = (purpose: Purpose, to: Omit<Recipient, 'header'>, header: SlotHeader) =>
  ({
    psk: to.psk,
    pskId: bytes(header.id),
    info: lengthPrefixed([slotDomain, purpose.info]),
    context: lengthPrefixed([
      slotDomain,
      purpose.vault,
      purpose.epoch,
      ...headerFields(header),
      to.publicKey,
    ]),
  }) satisfies SealingContext;

/** Seals a key of 32 bytes for a recipient. Returns 80 bytes. */
export const sealKeyTo = (
  { header, ...to }: Recipient,
  purpose: Purpose,
  key: Uint8Array,
  { sealing, random }: SealingTools,
): Uint8Array => sealing.sealTo(to.publicKey, { ...contextOf(purpose, to, header), random }, key);

/** Opens a key that was sealed for the holder of this KEK. */
export function openSealedKey(
  slot: Pick<Slot, 'publicKey' | 'sealed'> & SlotHeader,
  purpose: Purpose,
  kek: Uint8Array,
  sealing: PublicKeySealing,
): OpenedKey {
  const { privateKey, publicKey } = sealing.deriveKeyPair(secretOf(kek, 'key pair'));
  if (!timingSafeEqual(publicKey, bytes(slot.publicKey))) return 'wrong-key';
  const context = contextOf(purpose, { publicKey, psk: secretOf(kek, 'psk') }, slot);
  const key = sealing.openSealed(privateKey, context, bytes(slot.sealed));
  return key?.length === 32 ? key : 'damaged';
}

const senderKey = ({ key, vault, epoch }: VaultKey) =>
  hkdfSha256({ key, salt: bytes(vault), info: lengthPrefixed([slotDomain, 'sender', epoch]) });

const senderContext = (
  { vault, epoch }: VaultKey,
  { id, publicKey }: Pick<Slot, 'id' | 'publicKey'>,
) => lengthPrefixed([slotDomain, 'sender', vault, epoch, id, publicKey]);

const purposeOf = ({ vault, epoch }: Omit<VaultKey, 'key'>): Purpose => ({
  info: 'vault key',
  vault,
  epoch,
});

/** Creates a slot that contains the vault key, sealed to a recipient. */
export function sealSlot(vaultKey: VaultKey, to: Recipient, tools: SealingTools): Slot {
  const { header } = to;
  const publicKey = toBase64url(to.publicKey);
  const nonce = tools.random(nonceLength);
  const context = senderContext(vaultKey, { id: header.id, publicKey });
  return {
    ...header,
    v: 2,
    publicKey,
    sealed: toBase64url(sealKeyTo(to, purposeOf(vaultKey), vaultKey.key, tools)),
    sender: toBase64url(concat(nonce, seal({ key: senderKey(vaultKey), nonce, context }, to.psk))),
  };
}

/** Opens the vault key in a slot. */
export const openSlot = (
  of: Omit<VaultKey, 'key'>,
  slot: Slot,
  kek: Uint8Array,
  sealing: PublicKeySealing,
): OpenedKey => openSealedKey(slot, purposeOf(of), kek, sealing);

/**
 * Returns the recipient of a slot, so that a holder of the vault key can seal a new key to it. Returns null if
 * the slot was changed.
 */
export function recipientOf(vaultKey: VaultKey, slot: Slot): Recipient | null {
  const { v: _, publicKey, sealed: __, sender, ...header } = slot;
  const box = bytes(sender);
  const psk = unseal(
    {
      key: senderKey(vaultKey),
      nonce: box.subarray(0, nonceLength),
      context: senderContext(vaultKey, slot),
    },
    box.subarray(nonceLength),
  );
  return psk && { header, publicKey: bytes(publicKey), psk };
}
