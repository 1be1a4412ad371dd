import { fromBase64url, hkdfSha256, hmacSha256, lengthPrefixed, utf8 } from '../../crypto';

/** The format that this code writes. A change of any byte of it means a new number and a migration. */
export const formatVersion = 2;

/** The first field of everything that is authenticated: nothing else can be taken for a vault's. */
export const domain = `tessera-vault/${formatVersion}`;

/** As `domain`, of heads: it stays, so that every version can tell who made the head of a later one. */
const headDomain = 'tessera-vault/head';

/** As `domain`, of slots: they have a version of their own. */
export const slotDomain = 'tessera-vault/2';

/** As `domain`, of the keys that open slots: a person's key gives the same one in every version. */
export const kekDomain = 'tessera-vault/1';

/** The keys of one epoch, all derived from its vault key. */
export interface EpochKeys {
  /** base64url of 16 bytes. */
  readonly vault: string;
  readonly epoch: number;
  /** Seals records. */
  readonly record: Uint8Array;
  /** MACs the head. */
  readonly manifest: Uint8Array;
}

/** Records are sealed by a derived key: what a cipher leaves in memory is never the vault key itself. */
export function deriveKeys(vaultKey: Uint8Array, vault: string, epoch: number): EpochKeys {
  const salt = fromBase64url(vault) ?? new Uint8Array();
  return {
    vault,
    epoch,
    record: hkdfSha256(vaultKey, salt, lengthPrefixed([domain, 'rec', epoch])),
    manifest: hkdfSha256(vaultKey, salt, lengthPrefixed([headDomain, 'man', epoch])),
  };
}

/**
 * What a later head says of an epoch that has ended. Only who held the key of that epoch can compute it, so
 * nobody else can make a vault's own head look outdated.
 */
export const endMark = ({ manifest }: Pick<EpochKeys, 'manifest'>): Uint8Array =>
  hmacSha256(manifest, utf8('ended'));
