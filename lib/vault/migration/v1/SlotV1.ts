import {
  fromBase64url,
  fromUtf8,
  hkdfSha256,
  hmacSha256,
  lengthPrefixed,
  timingSafeEqual,
  unseal,
  utf8,
} from '../../../crypto';
import { trustedCast } from '../../format/trustedCast';
import { isSlotHeader, type SlotHeader } from '../../format/SlotHeader';
import type { OpenedKey } from '../../format/OpenedKey';

/** The first field of everything that version 1 authenticates. */
export const domainV1 = 'tessera-vault/1';

/** A slot of version 1, which contains the vault key encrypted with a key derived from the KEK. */
export interface SlotV1 extends Omit<SlotHeader, 'renew' | 'pending'> {
  readonly v: 1;
  /** The nonce of `wrapped`, base64url of 24 bytes. */
  readonly nonce: string;
  /** The encrypted vault key, in base64url. */
  readonly wrapped: string;
  /** HMAC of a constant under the KEK. It distinguishes a wrong passphrase from a damaged slot. */
  readonly commit: string;
  /** In a passphrase slot, the encrypted KEKs of the other slots. */
  readonly keyring: string;
}

const texts = [
  'id',
  'label',
  'salt',
  'credential',
  'device',
  'nonce',
  'wrapped',
  'commit',
  'keyring',
];

const bytesOf = (value: unknown) => (typeof value === 'string' ? fromBase64url(value)?.length : -1);

/** Whether a value has the form of a version 1 slot. Nothing is authenticated. */
export const isSlotV1 = (value: unknown): value is SlotV1 =>
  isSlotHeader(value, texts) &&
  value['v'] === 1 &&
  bytesOf(value['nonce']) === 24 &&
  bytesOf(value['wrapped']) === 48 &&
  bytesOf(value['commit']) === 32;

const none = new Uint8Array();
const bytes = (text: string) => fromBase64url(text) ?? none;

const context = (vault: string, epoch: number, slot: SlotV1) =>
  lengthPrefixed([
    domainV1,
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

/** Opens the vault key in a slot of version 1. */
export function openSlotV1(
  { vault, epoch }: { readonly vault: string; readonly epoch: number },
  slot: SlotV1,
  kek: Uint8Array,
): OpenedKey {
  if (!timingSafeEqual(bytes(slot.commit), hmacSha256({ key: kek, message: utf8('commit') })))
    return 'wrong-key';
  const key = hkdfSha256({ key: kek, salt: none, info: lengthPrefixed([domainV1, 'wrap']) });
  return (
    unseal(
      { key, nonce: bytes(slot.nonce), context: context(vault, epoch, slot) },
      bytes(slot.wrapped),
    ) ?? 'damaged'
  );
}

/** The KEKs of other slots, by slot id. */
export type Keyring = ReadonlyMap<string, Uint8Array>;

/** Returns the KEKs stored in a passphrase slot. Empty if the slot has none or they can't be decrypted. */
export function keyringOf(vault: string, slot: SlotV1, kek: Uint8Array): Keyring {
  const [nonce, sealed] = slot.keyring.split('.').map(bytes);
  if (!nonce || !sealed) return new Map();
  const key = hkdfSha256({ key: kek, salt: none, info: lengthPrefixed([domainV1, 'keyring']) });
  const content = unseal(
    { key, nonce, context: lengthPrefixed([domainV1, 'keyring', vault, slot.id]) },
    sealed,
  );
  if (!content) return new Map();
  const rows = trustedCast<[string, string][]>(JSON.parse(fromUtf8(content) ?? '[]'));
  return new Map(rows.map(([id, text]) => [id, bytes(text)]));
}
