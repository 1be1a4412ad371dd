import { fromBase64url } from '../../crypto';

export type SlotType = 'passphrase' | 'passkey' | 'recovery' | 'device';

/** The header of a slot, which doesn't contain the sealed key. */
export interface SlotHeader {
  /** Id of the slot: base64url of 16 random bytes. */
  readonly id: string;
  readonly type: SlotType;
  /** The user's name for a passkey; empty for other slots. */
  readonly label: string;
  /** When the slot was created, in milliseconds since the Unix epoch. */
  readonly createdAt: number;
  /**
   * Argon2id costs: memory in KiB, passes and lanes. All are 0 for a slot whose key is random and needs no
   * stretching.
   */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  /**
   * Salt of the KDF: base64url of 16 bytes, or of 32 bytes for a passkey. A passkey's PRF is evaluated at its
   * salt.
   */
  readonly salt: string;
  /** A passkey's credential id in base64url; empty for other slots. */
  readonly credential: string;
  /** The key of a device slot; empty for other slots. Stored beside the data, so the slot gives no protection. */
  readonly device: string;
  /**
   * Whether an old copy of the vault may reveal this slot's key. In that case the user should create a new key.
   */
  readonly renew: boolean;
  /** Whether the user has yet to confirm that they saved the shown recovery key. */
  readonly pending: boolean;
}

const types: readonly SlotType[] = ['passphrase', 'passkey', 'recovery', 'device'];

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const bytesOf = (value: unknown) => (typeof value === 'string' ? fromBase64url(value)?.length : -1);

/** Whether a value is a valid slot header. `names` are the fields that must be strings. */
export function isSlotHeader(
  value: unknown,
  names: readonly string[],
): value is Record<string, unknown> {
  if (!isFields(value) || !types.some((type) => type === value['type'])) return false;
  if (!names.every((name) => typeof value[name] === 'string')) return false;
  const numbers = ['createdAt', 'memory', 'passes', 'lanes'].map((name) => value[name]);
  if (!numbers.every((number) => Number.isSafeInteger(number) && Number(number) >= 0)) return false;
  return bytesOf(value['id']) === 16 && [16, 32].includes(bytesOf(value['salt']) ?? 0);
}
