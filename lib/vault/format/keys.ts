import { fromBase64url, hkdfSha256, hmacSha256, lengthPrefixed, utf8 } from '../../crypto';

/** The format that this code writes. Any change of its bytes needs a new number and a migration. */
export const formatVersion = 2;

/** The first field of everything authenticated (domain separation). */
export const domain = `tessera-vault/${formatVersion}`;

/** The domain of heads. It never changes, so that every version can verify the head of a later one. */
const headDomain = 'tessera-vault/head';

/** The domain of slots, which have a version of their own. */
export const slotDomain = 'tessera-vault/2';

/** The domain of the keys that open slots: a passphrase gives the same key in every version. */
export const kekDomain = 'tessera-vault/1';

/** The keys of one epoch, all derived from its vault key. */
export interface EpochKeys {
  /** base64url of 16 bytes. */
  readonly vault: string;
  readonly epoch: number;
  /** Seals records. */
  readonly record: Uint8Array;
  /** Authenticates the head. */
  readonly manifest: Uint8Array;
}

/** Records are sealed with a derived key, so that a cipher never leaves the vault key itself in memory. */
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
 * Computes the mark of an ended epoch for later heads. Only a holder of that epoch's key can compute it, so
 * nobody else can make a vault's own head look outdated.
 */
export const endMark = ({ manifest }: Pick<EpochKeys, 'manifest'>): Uint8Array =>
  hmacSha256({ key: manifest, message: utf8('ended') });
