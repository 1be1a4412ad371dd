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

/** A vault key, and which one it is. */
export interface VaultKey {
  readonly vault: string;
  readonly epoch: number;
  readonly key: Uint8Array;
}

/** Whom a vault key or a backup's key can be sealed to, without any secret of theirs. */
export interface Recipient {
  readonly header: SlotHeader;
  readonly publicKey: Uint8Array;
  /** What only the recipient and who holds a key of the vault know: it proves who sealed. It opens nothing. */
  readonly psk: Uint8Array;
}

/** What sealing needs of the world. */
export interface SealingTools {
  readonly sealing: PublicKeySealing;
  readonly random: Random;
}

const none = new Uint8Array();
const bytes = (text: string) => fromBase64url(text) ?? none;

const secretOf = (kek: Uint8Array, what: 'key pair' | 'psk') =>
  hkdfSha256(kek, none, lengthPrefixed([slotDomain, what]));

/** The recipient that the holder of a slot's KEK is. `kek` has 32 bytes. */
export const recipientFrom = (
  sealing: PublicKeySealing,
  header: SlotHeader,
  kek: Uint8Array,
): Recipient => ({
  header,
  publicKey: sealing.deriveKeyPair(secretOf(kek, 'key pair')).publicKey,
  psk: secretOf(kek, 'psk'),
});

/** The whole header in one canonical form: no parameter can be changed without being noticed. */
const headerFields = ({ id, type, memory, passes, lanes, salt, credential }: SlotHeader) =>
  [id, type, memory, passes, lanes, salt, credential] as const;

/** What a key is sealed for: a vault's epoch, or a backup. */
export interface Purpose {
  readonly info: 'vault key' | 'backup key';
  readonly vault: string;
  /** 0 for a backup. */
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

/** A key of 32 bytes sealed for a recipient: 80 bytes. */
export const sealKeyTo = (
  { header, ...to }: Recipient,
  purpose: Purpose,
  key: Uint8Array,
  { sealing, random }: SealingTools,
): Uint8Array => sealing.sealTo(to.publicKey, { ...contextOf(purpose, to, header), random }, key);

/** The key that was sealed for the holder of a KEK. */
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
  hkdfSha256(key, bytes(vault), lengthPrefixed([slotDomain, 'sender', epoch]));

const senderContext = (
  { vault, epoch }: VaultKey,
  { id, publicKey }: Pick<Slot, 'id' | 'publicKey'>,
) => lengthPrefixed([slotDomain, 'sender', vault, epoch, id, publicKey]);

const purposeOf = ({ vault, epoch }: Omit<VaultKey, 'key'>): Purpose => ({
  info: 'vault key',
  vault,
  epoch,
});

/** A slot around a vault key. */
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
    sender: toBase64url(concat(nonce, seal(senderKey(vaultKey), nonce, to.psk, context))),
  };
}

/** The vault key out of a slot. */
export const openSlot = (
  of: Omit<VaultKey, 'key'>,
  slot: Slot,
  kek: Uint8Array,
  sealing: PublicKeySealing,
): OpenedKey => openSealedKey(slot, purposeOf(of), kek, sealing);

/** The recipient of a slot, as who holds the vault key can seal to; null where the slot is not as it was written. */
export function recipientOf(vaultKey: VaultKey, slot: Slot): Recipient | null {
  const { v: _, publicKey, sealed: __, sender, ...header } = slot;
  const box = bytes(sender);
  const psk = unseal(
    senderKey(vaultKey),
    box.subarray(0, nonceLength),
    box.subarray(nonceLength),
    senderContext(vaultKey, slot),
  );
  return psk && { header, publicKey: bytes(publicKey), psk };
}
