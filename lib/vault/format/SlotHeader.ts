import { fromBase64url } from '../../crypto';

export type SlotType = 'passphrase' | 'passkey' | 'recovery' | 'device';

/** What is known of a slot before the vault key is sealed to it. */
export interface SlotHeader {
  /** base64url of 16 random bytes. */
  readonly id: string;
  readonly type: SlotType;
  /** A person's name for it; empty but for passkeys. */
  readonly label: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  /** Argon2id's costs (KiB, passes, lanes); all 0 for slots whose key needs no stretching (HKDF). */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  /** base64url of 16 bytes; 32 for a passkey, whose PRF is evaluated at it. */
  readonly salt: string;
  /** A passkey's credential id, base64url; otherwise empty. */
  readonly credential: string;
  /** A device slot's key, beside the data: it protects nothing and says so. Otherwise empty. */
  readonly device: string;
  /** Whether an old copy of the vault may know its key, so that a new one should take its place. */
  readonly renew: boolean;
  /** Whether its key was shown, but its owner has not said yet that it was kept. */
  readonly pending: boolean;
}

const types: readonly SlotType[] = ['passphrase', 'passkey', 'recovery', 'device'];

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const bytesOf = (value: unknown) => (typeof value === 'string' ? fromBase64url(value)?.length : -1);

/** Whether a value has the header of a slot; `texts` are the fields that are texts. */
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
