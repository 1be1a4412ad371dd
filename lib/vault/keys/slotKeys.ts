import {
  fromBase64url,
  lengthPrefixed,
  hkdfSha256,
  toBase64url,
  utf8,
  type KdfCosts,
} from '../../crypto';
import { AppError } from '../../errors';
import { kekDomain } from '../format/keys';
import { checkCosts, type AnySlot, type SlotHeader, type SlotType } from '../format/Slot';
import type { PassphraseRules, VaultDeps } from '../VaultDeps';

/** KDF costs of a new passphrase slot. */
export const defaultCosts: KdfCosts = { memory: 64 * 1024, passes: 3, lanes: 1 };

/** KDF costs of a new passphrase slot if the browser can't allocate the default memory. */
const fallbackCosts: KdfCosts = { memory: 19 * 1024, passes: 2, lanes: 1 };

/** The rules that apply without an administrator's policy. */
const defaultRules: PassphraseRules = { leastLength: 8, required: false };

/**
 * Checks a new passphrase. Throws `vault/weak-passphrase` with the minimum length if it is too short,
 * `vault/guessable-passphrase` if it is easy to guess (NIST SP 800-63B-4, 3.1.1.2).
 */
export async function checkPassphrase(
  { rules, isGuessable }: Pick<VaultDeps, 'rules' | 'isGuessable'>,
  passphrase: string,
): Promise<void> {
  const { leastLength } = (await rules?.()) ?? defaultRules;
  if (Array.from(passphrase).length < leastLength)
    throw new AppError('vault/weak-passphrase', { leastLength });
  if (await isGuessable(passphrase)) throw new AppError('vault/guessable-passphrase');
}

const none = new Uint8Array();

/** Encodes a passphrase as UTF-8 in NFKC, so that the bytes don't depend on the keyboard. */
const passphraseBytes = (passphrase: string) => utf8(passphrase.normalize('NFKC'));

/** Derives the KEK of a passphrase slot. Throws `format/cost-too-high` before any work. */
export function passphraseKek(
  deps: Pick<VaultDeps, 'derive'>,
  slot: Pick<SlotHeader, 'salt'> & KdfCosts,
  passphrase: string,
  signal?: AbortSignal,
) {
  checkCosts(slot);
  const { memory, passes, lanes } = slot;
  const password = passphraseBytes(passphrase);
  const salt = fromBase64url(slot.salt) ?? none;
  return deps.derive({ kind: 'argon2id', password, salt, memory, passes, lanes }, signal);
}

/** Derives the KEK of a slot with a random key, such as a passkey, recovery key or device key. */
export const kekFromRandomKey = (
  slot: Pick<SlotHeader, 'salt' | 'type'>,
  key: Uint8Array,
): Uint8Array =>
  hkdfSha256({
    key,
    salt: fromBase64url(slot.salt) ?? none,
    info: lengthPrefixed([kekDomain, slot.type]),
  });

/** Creates the header of a new slot. */
export function newHeader(
  { random, clock }: VaultDeps,
  type: SlotType,
  fields: Partial<SlotHeader> = {},
): SlotHeader {
  return {
    id: toBase64url(random(16)),
    type,
    label: '',
    createdAt: clock(),
    memory: 0,
    passes: 0,
    lanes: 0,
    salt: toBase64url(random(16)),
    credential: '',
    device: '',
    renew: false,
    pending: false,
    ...fields,
  };
}

/** Creates a passphrase slot's header and KEK. Uses lower costs if the browser can't allocate the memory. */
export async function newPassphrase(
  deps: VaultDeps,
  passphrase: string,
): Promise<{ header: SlotHeader; kek: Uint8Array }> {
  const header = newHeader(deps, 'passphrase', deps.costs ?? defaultCosts);
  try {
    return { header, kek: await passphraseKek(deps, header, passphrase) };
  } catch {
    const lean = { ...header, ...fallbackCosts };
    return { header: lean, kek: await passphraseKek(deps, lean, passphrase) };
  }
}

/**
 * Whether a new slot would have higher KDF costs than this slot. A slot with the fallback costs isn't outdated,
 * because the machine lacks the memory for higher costs.
 */
export function isOutdated(
  { costs = defaultCosts }: Pick<VaultDeps, 'costs'>,
  slot: AnySlot,
): boolean {
  const lean = slot.memory === fallbackCosts.memory && slot.passes === fallbackCosts.passes;
  return !lean && (slot.memory < costs.memory || slot.passes < costs.passes);
}
