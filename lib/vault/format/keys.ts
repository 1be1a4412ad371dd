import { fromBase64url, hkdfSha256, hmacSha256, lengthPrefixed, utf8 } from '../../crypto';

/**
 * The version of the format that this code writes. Any change of the bytes needs a new version and a migration.
 */
export const formatVersion = 2;

/** The first field of everything that is authenticated, for domain separation. */
export const domain = `tessera-vault/${formatVersion}`;

/** The domain of heads. It never changes, so that every version can verify a later version's head. */
const headDomain = 'tessera-vault/head';

/** The domain of slots. Slots have their own version. */
export const slotDomain = 'tessera-vault/2';

/** The domain of KEKs. It never changes, so that a passphrase gives the same KEK in every version. */
export const kekDomain = 'tessera-vault/1';

/** The keys of one epoch. All are derived from the epoch's vault key. */
export interface EpochKeys {
  /** The vault's id: base64url of 16 bytes. */
  readonly vault: string;
  readonly epoch: number;
  /** The key that encrypts records. */
  readonly record: Uint8Array;
  /** The key that authenticates the head. */
  readonly manifest: Uint8Array;
}

/**
 * Derives the keys of an epoch. Ciphers receive only derived keys, so that no cipher leaves a copy of the vault
 * key in memory.
 */
export function deriveKeys(vaultKey: Uint8Array, vault: string, epoch: number): EpochKeys {
  const salt = fromBase64url(vault) ?? new Uint8Array();
  return {
    vault,
    epoch,
    record: hkdfSha256({ key: vaultKey, salt, info: lengthPrefixed([domain, 'rec', epoch]) }),
    manifest: hkdfSha256({ key: vaultKey, salt, info: lengthPrefixed([headDomain, 'man', epoch]) }),
  };
}

/**
 * Returns the mark that later heads store when this epoch ends. Only a holder of the epoch's key can compute it,
 * so nobody else can make a vault's own head look outdated.
 */
export const endMark = ({ manifest }: Pick<EpochKeys, 'manifest'>): Uint8Array =>
  hmacSha256({ key: manifest, message: utf8('ended') });
