import { fromBase64url, type KdfCosts } from '../../crypto';
import { AppError } from '../../errors';
import { isSlotV1, type SlotV1 } from '../migration/v1/SlotV1';
import { isSlotHeader, type SlotHeader } from './SlotHeader';

export type { SlotHeader, SlotType } from './SlotHeader';

/**
 * A slot, which lets one key of a person or device open the vault. The vault key is sealed to that person's or
 * device's key.
 */
export interface Slot extends SlotHeader {
  readonly v: 2;
  /** X25519 public key derived from the KEK, as base64url of 32 bytes. */
  readonly publicKey: string;
  /** The vault key, sealed to the public key, as base64url of 80 bytes. */
  readonly sealed: string;
  /**
   * The recipient's pre-shared key, sealed under the vault key, as base64url of 72 bytes. With the pre-shared
   * key, holders of the vault key can seal later keys to the slot.
   */
  readonly sender: string;
}

/** A slot of either version. A slot of version 1 stays until its KEK is available for an upgrade. */
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

/** Whether a value from a store has the form of a slot. Nothing is authenticated. */
export const isSlot = (value: unknown): value is AnySlot => isSlotV2(value) || isSlotV1(value);

const within = (value: number, least: number, most: number) => value >= least && value <= most;

/**
 * Checks KDF costs before any derivation: 19 to 1,024 MiB, 2 to 10 passes, 1 to 4 lanes. Lower costs would be a
 * downgrade, and higher costs could block the browser. Throws `format/cost-too-high` in both cases.
 */
export function checkCosts({ memory, passes, lanes }: KdfCosts): void {
  if (!within(memory, 19 * 1024, 1024 * 1024) || !within(passes, 2, 10) || !within(lanes, 1, 4))
    throw new AppError('format/cost-too-high');
}
