import {
  concat,
  timingSafeEqual,
  lengthPrefixed,
  fromBase64url,
  fromUtf8,
  hkdfSha256,
  hmacSha256,
  seal,
  sha256,
  systemRandom,
  toBase64url,
  uint32,
  unseal,
  utf8,
} from '../../lib/crypto';
import type { StoreName } from '../../lib/vault';
import { decodeHead, type Head, type StoredHead } from '../../lib/vault/format/Head';
import { deriveKeys, type EpochKeys } from '../../lib/vault/format/keys';
import { openRecord, recordHeader } from '../../lib/vault/format/record';
import type { FormatUpgrade } from '../../lib/vault/migration/FormatUpgrade';
import type { Snapshot } from '../../lib/vault/storage/Store';
import { copyOf, putBack } from './vaultDamage';
import type { VaultWorld } from './vaultWorld';

/**
 * An unreleased format, version 0, for tests of upgrades. Its keys, head and records differ from those of version
 * 1. Its field `memo` corresponds to `note` in version 1.
 */
const zeroKeys: FormatUpgrade['deriveKeys'] = (vaultKey, vault, epoch) => ({
  vault,
  epoch,
  record: hkdfSha256({
    key: vaultKey,
    salt: utf8(vault),
    info: lengthPrefixed(['zero', 'rec', epoch]),
  }),
  manifest: hkdfSha256({
    key: vaultKey,
    salt: utf8(vault),
    info: lengthPrefixed(['zero', 'man', epoch]),
  }),
});

const headPattern = /^T0\.([\w-]+)\.([\w-]+)\.(.*)$/s;
const checkOf = (mac: string, body: string) => toBase64url(sha256(utf8(`zero.${mac}.${body}`)));
const macOf = (keys: EpochKeys, body: string) =>
  hmacSha256({ key: keys.manifest, message: utf8(body) });

function encodeZeroHead({ vault, epoch, revision, slots, versions }: Head, keys: EpochKeys) {
  const body = JSON.stringify({ vault, epoch, revision, slots, list: [...versions] });
  const mac = toBase64url(macOf(keys, body));
  return `T0.${checkOf(mac, body)}.${mac}.${body}`;
}

function decodeZeroHead(text: string): StoredHead | null {
  const [, check, mac = '', body = ''] = headPattern.exec(text) ?? [];
  if (!check) return null;
  try {
    const { list, ...head } = JSON.parse(body) as Head & { list: [string, number][] };
    const verifyMac = (keys: EpochKeys) =>
      timingSafeEqual(fromBase64url(mac) ?? new Uint8Array(), macOf(keys, body));
    return {
      ...head,
      versions: new Map(list),
      ended: new Map(),
      newer: false,
      readable: true,
      hasValidChecksum: () => check === checkOf(mac, body),
      verifyMac,
      verifyWithVaultKey: (key) => verifyMac(zeroKeys(key, head.vault, head.epoch)),
    };
  } catch {
    return null;
  }
}

const contextOf = (keys: EpochKeys, id: string, version: number) =>
  lengthPrefixed(['zero', keys.vault, id, version, keys.epoch]);

function sealZero(keys: EpochKeys, id: string, version: number, content: Uint8Array) {
  const nonce = systemRandom(24);
  const sealed = seal({ key: keys.record, nonce, context: contextOf(keys, id, version) }, content);
  return concat(Uint8Array.of(0), uint32(version), uint32(keys.epoch), nonce, sealed);
}

const textOf = (bytes: Uint8Array) => fromUtf8(bytes) ?? '';

/** The upgrade from version 0 to 1. */
export const fromZero: FormatUpgrade = {
  from: 0,
  decodeHead: decodeZeroHead,
  deriveKeys: zeroKeys,
  recordHeader(bytes) {
    if (bytes.length < 49 || bytes[0] !== 0) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return { version: view.getUint32(1), epoch: view.getUint32(5) };
  },
  openRecord(keys, id, bytes) {
    const header = fromZero.recordHeader(bytes);
    if (header?.epoch !== keys.epoch) return null;
    const context = contextOf(keys, id, header.version);
    return unseal({ key: keys.record, nonce: bytes.subarray(9, 33), context }, bytes.subarray(33));
  },
  upgradeContent(content) {
    const { memo, ...entry } = JSON.parse(textOf(content)) as { memo: string };
    return utf8(JSON.stringify({ ...entry, note: memo }));
  },
};

/** Converts the content of a record to version 0. */
function lower(content: Uint8Array): Uint8Array {
  const { note, ...entry } = JSON.parse(textOf(content)) as { note: string };
  return utf8(JSON.stringify({ ...entry, memo: note }));
}

export const zeroName = (id: string): string => `0.${id}`;

/** Converts the content of a store to version 0. Records that can't be opened stay unchanged. */
function inZero({ head: text, records }: Snapshot, vaultKey: Uint8Array): Snapshot {
  const head = decodeHead(text ?? '');
  if (!head) return { head: text, records };
  const { vault, epoch } = head;
  const keys = deriveKeys(vaultKey, vault, epoch);
  const older = zeroKeys(vaultKey, vault, epoch);
  const lowered = [...records].map(([id, bytes]): [string, Uint8Array] => {
    const content = openRecord(keys, id, bytes);
    const version = recordHeader(bytes)?.version ?? 0;
    return [zeroName(id), content ? sealZero(older, id, version, lower(content)) : bytes];
  });
  return { head: encodeZeroHead(head, older), records: new Map(lowered) };
}

/** Converts this world's vault to version 0. Needs the key in the session. */
export async function turnIntoZero(world: VaultWorld): Promise<void> {
  const held = JSON.parse(world.session.values.get('vault.key') ?? '{}') as { key?: string };
  const key = fromBase64url(held.key ?? '') ?? new Uint8Array();
  for (const name of ['primary', 'mirror'] satisfies StoreName[])
    await putBack(world, name, inZero(await copyOf(world, name), key));
}
