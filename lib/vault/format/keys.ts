import { lengthPrefixed, fromBase64url, hkdfSha256 } from '../../crypto';

/** The format that this code writes. A change of any byte of it means a new number and a migration. */
export const formatVersion = 1;

/** The first field of everything that is authenticated: nothing else can be taken for a vault's. */
export const domain = `tessera-vault/${formatVersion}`;

/** As `domain`, of slots and backup files: they have versions of their own, and outlive the vault's. */
export const slotDomain = 'tessera-vault/1';

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
    manifest: hkdfSha256(vaultKey, salt, lengthPrefixed([domain, 'man', epoch])),
  };
}
