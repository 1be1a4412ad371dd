import { fromBase64url, fromUtf8, hkdfSha256, lengthPrefixed, unseal, utf8 } from '../../../crypto';
import { readFrame } from '../../format/headFrame';
import type { EpochKeys } from '../../format/keys';
import { versionsOf } from '../../format/manifestRows';
import { unpad } from '../../format/pad';
import type { FormatUpgrade } from '../FormatUpgrade';
import { domainV1, isSlotV1 } from './SlotV1';

/** Derives keys as format 1 does. Verified by tests/vectors/vault/v1.json. */
const deriveKeys = (vaultKey: Uint8Array, vault: string, epoch: number): EpochKeys => {
  const salt = fromBase64url(vault) ?? new Uint8Array();
  return {
    vault,
    epoch,
    record: hkdfSha256({ key: vaultKey, salt, info: lengthPrefixed([domainV1, 'rec', epoch]) }),
    manifest: hkdfSha256({ key: vaultKey, salt, info: lengthPrefixed([domainV1, 'man', epoch]) }),
  };
};

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;

const nonceLength = 24;
const headerLength = 10 + nonceLength;
const tagLength = 16;

/** The upgrade from version 1 to version 2. The entries stay the same and are encrypted with different keys. */
export const upgradeV1: FormatUpgrade = {
  from: 1,
  deriveKeys,
  decodeHead(text) {
    const frame = readFrame(text);
    if (frame?.version !== 1 || !frame.fields) return null;
    const { vault, epoch, revision, slots, records } = frame.fields;
    const versions = versionsOf(records);
    if (!versions || typeof vault !== 'string' || !isCount(epoch) || !isCount(revision))
      return null;
    if (!Array.isArray(slots) || slots.length > 64 || !slots.every(isSlotV1)) return null;
    const verifyMac = (keys: EpochKeys) =>
      keys.epoch === epoch && keys.vault === vault && frame.madeWith(keys.manifest);
    return {
      vault,
      epoch,
      revision,
      slots,
      versions,
      ended: new Map(),
      newer: false,
      readable: true,
      hasValidChecksum: frame.hasValidChecksum,
      verifyMac,
      verifyWithVaultKey: (vaultKey) => verifyMac(deriveKeys(vaultKey, vault, epoch)),
    };
  },
  recordHeader(bytes) {
    if (bytes.length < headerLength + tagLength || bytes[0] !== 1 || bytes[1] !== 1) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return { version: view.getUint32(2), epoch: view.getUint32(6) };
  },
  openRecord(keys, id, bytes) {
    const header = upgradeV1.recordHeader(bytes);
    if (header?.epoch !== keys.epoch) return null;
    const { version, epoch } = header;
    const context = lengthPrefixed([domainV1, keys.vault, 'entries', id, version, epoch]);
    const nonce = bytes.subarray(10, headerLength);
    const padded = unseal({ key: keys.record, nonce, context }, bytes.subarray(headerLength));
    return padded && unpad(padded);
  },
  upgradeContent(content) {
    // Cancels the migration if the content can't be converted without loss.
    if (fromUtf8(content) === null) throw new Error('A record is no text');
    return utf8(fromUtf8(content) ?? '');
  },
};
