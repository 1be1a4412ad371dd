import { fromBase64url, type KdfCosts } from '../../crypto';
import { AppError } from '../../errors';

export type SlotType = 'passphrase' | 'passkey' | 'recovery' | 'device';

/** One way into the vault: the vault key, wrapped by a key that the person (or the device) holds. */
export interface Slot {
  readonly v: 1;
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
  /** base64url of 24 bytes. */
  readonly nonce: string;
  /** The sealed vault key, base64url. */
  readonly wrapped: string;
  /** HMAC of a constant under the wrapping key: tells a wrong passphrase from a damaged slot. */
  readonly commit: string;
  /** Passphrase slots: the other slots' wrapping keys, sealed, so that rotation can serve them. */
  readonly keyring: string;
}

const types: readonly SlotType[] = ['passphrase', 'passkey', 'recovery', 'device'];

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

const isField = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const bytesOf = (value: unknown) => (typeof value === 'string' ? fromBase64url(value)?.length : -1);

/** Whether a value read from a store has the form of a slot. It is not authenticated yet. */
export function isSlot(value: unknown): value is Slot {
  if (!isField(value) || value['v'] !== 1) return false;
  if (!types.some((type) => type === value['type'])) return false;
  if (!texts.every((name) => typeof value[name] === 'string')) return false;
  const numbers = ['createdAt', 'memory', 'passes', 'lanes'].map((name) => value[name]);
  if (!numbers.every((number) => Number.isSafeInteger(number) && Number(number) >= 0)) return false;
  return (
    bytesOf(value['id']) === 16 &&
    bytesOf(value['nonce']) === 24 &&
    bytesOf(value['wrapped']) === 48 &&
    bytesOf(value['commit']) === 32 &&
    [16, 32].includes(bytesOf(value['salt']) ?? 0)
  );
}

const within = (value: number, least: number, most: number) => value >= least && value <= most;

/**
 * The wall before the work: 19 to 1,024 MiB, 2 to 10 passes, 1 to 4 lanes. Less would be a downgrade,
 * more a way to keep the browser busy. Throws `format/cost-too-high`.
 */
export function checkCosts({ memory, passes, lanes }: KdfCosts): void {
  if (!within(memory, 19 * 1024, 1024 * 1024) || !within(passes, 2, 10) || !within(lanes, 1, 4))
    throw new AppError('format/cost-too-high');
}
