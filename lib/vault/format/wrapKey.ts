import {
  timingSafeEqual,
  lengthPrefixed,
  fromBase64url,
  fromUtf8,
  hkdfSha256,
  hmacSha256,
  nonceLength,
  seal,
  toBase64url,
  unseal,
  utf8,
  type Random,
} from '../../crypto';
import { slotDomain } from './keys';
import { trustedCast } from './trustedCast';
import type { Slot } from './Slot';

/** Everything about a slot that is known before its key is wrapped. */
export type SlotHeader = Omit<Slot, 'nonce' | 'wrapped' | 'commit' | 'keyring'>;

/** The whole header in one canonical form: no parameter can be changed without being noticed. */
const context = (vault: string, epoch: number, slot: SlotHeader) =>
  lengthPrefixed([
    slotDomain,
    'slot',
    vault,
    epoch,
    slot.id,
    slot.type,
    slot.memory,
    slot.passes,
    slot.lanes,
    slot.salt,
    slot.credential,
  ]);

const none = new Uint8Array();
const wrappingKey = (kek: Uint8Array) =>
  hkdfSha256(kek, none, lengthPrefixed([slotDomain, 'wrap']));
const ringKey = (kek: Uint8Array) => hkdfSha256(kek, none, lengthPrefixed([slotDomain, 'keyring']));
const commitment = (kek: Uint8Array) => hmacSha256(kek, utf8('commit'));

/** A slot around the vault key of an epoch. `kek` has 32 bytes. */
export function wrapKey(
  vault: string,
  epoch: number,
  header: SlotHeader,
  kek: Uint8Array,
  vaultKey: Uint8Array,
  random: Random,
): Slot {
  const nonce = random(nonceLength);
  return {
    ...header,
    nonce: toBase64url(nonce),
    wrapped: toBase64url(seal(wrappingKey(kek), nonce, vaultKey, context(vault, epoch, header))),
    commit: toBase64url(commitment(kek)),
    keyring: '',
  };
}

/** `wrong-key`: not this slot's. `damaged`: the key is right, the slot is not as it was written. */
export type Unwrapped = Uint8Array | 'wrong-key' | 'damaged';

/** The vault key out of a slot. */
export function unwrapKey(vault: string, epoch: number, slot: Slot, kek: Uint8Array): Unwrapped {
  const commit = fromBase64url(slot.commit);
  if (!commit || !timingSafeEqual(commit, commitment(kek))) return 'wrong-key';
  const nonce = fromBase64url(slot.nonce) ?? none;
  const wrapped = fromBase64url(slot.wrapped) ?? none;
  return unseal(wrappingKey(kek), nonce, wrapped, context(vault, epoch, slot)) ?? 'damaged';
}

/** The wrapping keys of other slots, by slot id. */
export type Keyring = ReadonlyMap<string, Uint8Array>;

const ringContext = (vault: string, slot: string) =>
  lengthPrefixed([slotDomain, 'keyring', vault, slot]);

/** A passphrase slot that also keeps the wrapping keys of the others. */
export function withKeyring(
  vault: string,
  slot: Slot,
  kek: Uint8Array,
  ring: Keyring,
  random: Random,
): Slot {
  const nonce = random(nonceLength);
  const content = utf8(JSON.stringify([...ring].map(([id, key]) => [id, toBase64url(key)])));
  const sealed = seal(ringKey(kek), nonce, content, ringContext(vault, slot.id));
  return { ...slot, keyring: `${toBase64url(nonce)}.${toBase64url(sealed)}` };
}

/** The wrapping keys that a passphrase slot keeps; none where it keeps none or they don't open. */
export function keyringOf(vault: string, slot: Slot, kek: Uint8Array): Keyring {
  const [nonce, sealed] = slot.keyring.split('.').map((part) => fromBase64url(part) ?? none);
  if (!nonce || !sealed) return new Map();
  const content = unseal(ringKey(kek), nonce, sealed, ringContext(vault, slot.id));
  if (!content) return new Map();
  const rows = trustedCast<[string, string][]>(JSON.parse(fromUtf8(content) ?? '[]'));
  return new Map(rows.map(([id, key]) => [id, fromBase64url(key) ?? none]));
}
