import { fromBase64url, type KdfCosts } from '../../crypto';
import { AppError } from '../../errors';
import { isSlotV1, type SlotV1 } from '../migration/v1/SlotV1';
import { isSlotHeader, type SlotHeader } from './SlotHeader';

export type { SlotHeader, SlotType } from './SlotHeader';

/** One way to open the vault: the vault key, sealed to a key that the person or the device holds. */
export interface Slot extends SlotHeader {
  readonly v: 2;
  /** X25519 public key, derived from the person's key; base64url of 32 bytes. */
  readonly publicKey: string;
  /** The vault key, sealed to the public key; base64url of 80 bytes. */
  readonly sealed: string;
  /** Proves to the slot's owner who sealed it. Sealed under the vault key; base64url of 72 bytes. */
  readonly sender: string;
}

/** A slot of either version. One of version 1 remains until its key is available. */
export type AnySlot = Slot | SlotV1;

const texts = ['id', 'label', 'salt', 'credential', 'device', 'publicKey', 'sealed', 'sender'];

const bytesOf = (value: unknown) => (typeof value === 'string' ? fromBase64url(value)?.length : -1);

const isSlotV2 = (value: unknown): value is Slot =>
  isSlotHeader(value, texts) &&
  value['v'] === 2 &&
  typeof value['renew'] === 'boolean' &&
  typeof value['pending'] === 'boolean' &&
  bytesOf(value['publicKey']) === 32 &&
  bytesOf(value['sealed']) === 80 &&
  bytesOf(value['sender']) === 72;

/** Whether a value read from a store has the form of a slot. It isn't authenticated yet. */
export const isSlot = (value: unknown): value is AnySlot => isSlotV2(value) || isSlotV1(value);

const within = (value: number, least: number, most: number) => value >= least && value <= most;

/**
 * Validates KDF costs before any derivation: 19 to 1,024 MiB, 2 to 10 passes, 1 to 4 lanes. Lower costs would
 * be a downgrade, higher ones could keep the browser busy. Throws `format/cost-too-high`.
 */
export function checkCosts({ memory, passes, lanes }: KdfCosts): void {
  if (!within(memory, 19 * 1024, 1024 * 1024) || !within(passes, 2, 10) || !within(lanes, 1, 4))
    throw new AppError('format/cost-too-high');
}
