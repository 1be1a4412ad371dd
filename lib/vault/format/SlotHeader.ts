import { fromBase64url } from '../../crypto';

export type SlotType = 'passphrase' | 'passkey' | 'recovery' | 'device';

/** The header of a slot, before the vault key is sealed to it. */
export interface SlotHeader {
  /** base64url of 16 random bytes. */
  readonly id: string;
  readonly type: SlotType;
  /** The user's name for it; empty except for passkeys. */
  readonly label: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  /** Argon2id costs (KiB, passes, lanes); all 0 for slots whose key needs no stretching (HKDF). */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  /** base64url of 16 bytes; 32 for a passkey, which evaluates its PRF at it. */
  readonly salt: string;
  /** A passkey's credential id in base64url; otherwise empty. */
  readonly credential: string;
  /** A device slot's key, stored beside the data: it gives no protection. Otherwise empty. */
  readonly device: string;
  /** Whether an old copy of the vault may reveal its key, so that a new one should replace it. */
  readonly renew: boolean;
  /** Whether its key was shown, but the user hasn't confirmed yet that they saved it. */
  readonly pending: boolean;
}

const types: readonly SlotType[] = ['passphrase', 'passkey', 'recovery', 'device'];

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const bytesOf = (value: unknown) => (typeof value === 'string' ? fromBase64url(value)?.length : -1);

/** Whether a value is a valid slot header. `texts` are the fields that are texts. */
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
