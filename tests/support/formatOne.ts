import {
  concat,
  fromBase64url,
  hkdfSha256,
  hmacSha256,
  lengthPrefixed,
  nonceLength,
  seal,
  systemRandom,
  toBase64url,
  uint32,
  utf8,
} from '../../lib/crypto';
import type { Entry } from '../../lib/vault';
import { entryToBytes } from '../../lib/vault/format/entryBytes';
import { writeFrame } from '../../lib/vault/format/headFrame';
import { rowsOf } from '../../lib/vault/format/manifestRows';
import { pad } from '../../lib/vault/format/pad';
import { kekFromRandomKey } from '../../lib/vault/keys/slotKeys';
import { domainV1, type SlotV1 } from '../../lib/vault/migration/v1/SlotV1';
import { upgradeV1 } from '../../lib/vault/migration/v1/upgradeV1';
import type { Snapshot } from '../../lib/vault/storage/Store';
import { storeOf, type DamagedWorld } from './vaultDamage';

/** Writes vaults of format 1, which the extension itself only reads. */
const none = new Uint8Array();
const text = toBase64url;
const bytes = (value: string) => fromBase64url(value) ?? none;

/** A slot header of format 1 with the key that opens the slot. */
export interface HolderV1 {
  readonly header: Omit<SlotV1, 'nonce' | 'wrapped' | 'commit' | 'keyring'>;
  readonly kek: Uint8Array;
}

const headerV1 = (type: SlotV1['type'], fields: Partial<SlotV1> = {}): HolderV1['header'] => ({
  v: 1,
  id: text(systemRandom(16)),
  type,
  label: '',
  createdAt: 1_800_000_000_000,
  memory: 0,
  passes: 0,
  lanes: 0,
  salt: text(systemRandom(16)),
  credential: '',
  device: '',
  ...fields,
});

/** Returns a passphrase slot of format 1. Derives the key as `quickDerive` in vaultWorld.ts does. */
export function passphraseV1(passphrase: string): HolderV1 {
  const header = headerV1('passphrase', { memory: 65_536, passes: 3, lanes: 1 });
  return { header, kek: hmacSha256({ key: bytes(header.salt), message: utf8(passphrase) }) };
}

export function recoveryV1(key: Uint8Array): HolderV1 {
  const header = headerV1('recovery');
  return { header, kek: kekFromRandomKey(header, key) };
}

/** Returns a passkey slot of format 1. Evaluates the PRF as `pretendPasskeys` in vaultWorld.ts does. */
export function passkeyV1(label: string): HolderV1 {
  const credential = systemRandom(16);
  const salt = systemRandom(32);
  const fields = { label, credential: text(credential), salt: text(salt) };
  const header = headerV1('passkey', fields);
  return { header, kek: kekFromRandomKey(header, hmacSha256({ key: credential, message: salt })) };
}

function wrapped(of: VaultV1, { header, kek }: HolderV1, ring: readonly HolderV1[]): SlotV1 {
  const { vault, epoch, key } = of;
  const { id, type, memory, passes, lanes, salt, credential } = header;
  const fields = [vault, epoch, id, type, memory, passes, lanes, salt, credential];
  const nonce = systemRandom(nonceLength);
  const wrappingKey = hkdfSha256({
    key: kek,
    salt: none,
    info: lengthPrefixed([domainV1, 'wrap']),
  });
  const ringNonce = systemRandom(nonceLength);
  const ringText = JSON.stringify(ring.map((one) => [one.header.id, text(one.kek)]));
  const ringKey = hkdfSha256({ key: kek, salt: none, info: lengthPrefixed([domainV1, 'keyring']) });
  const ringContext = lengthPrefixed([domainV1, 'keyring', vault, id]);
  return {
    ...header,
    nonce: text(nonce),
    wrapped: text(
      seal(
        { key: wrappingKey, nonce, context: lengthPrefixed([domainV1, 'slot', ...fields]) },
        key,
      ),
    ),
    commit: text(hmacSha256({ key: kek, message: utf8('commit') })),
    keyring:
      ring.length === 0
        ? ''
        : `${text(ringNonce)}.${text(seal({ key: ringKey, nonce: ringNonce, context: ringContext }, utf8(ringText)))}`,
  };
}

/** The content of a vault of format 1 that is to be written. */
export interface VaultV1 {
  readonly vault: string;
  readonly epoch: number;
  readonly revision: number;
  readonly key: Uint8Array;
  readonly entries: readonly Entry[];
  readonly passphrase: HolderV1;
  /** The other slots. The passphrase's slot contains their KEKs. */
  readonly others: readonly HolderV1[];
}

/** Returns the content of a store with this vault. */
export function snapshotV1(of: VaultV1): Snapshot {
  const { vault, epoch, revision, key, entries, passphrase, others } = of;
  const keys = upgradeV1.deriveKeys(key, vault, epoch);
  const sealed = entries.map((entry): [string, Uint8Array] => {
    const context = lengthPrefixed([domainV1, vault, 'entries', entry.id, revision, epoch]);
    const nonce = systemRandom(nonceLength);
    const content = seal({ key: keys.record, nonce, context }, pad(entryToBytes(entry)));
    const header = concat(Uint8Array.of(1, 1), uint32(revision), uint32(epoch));
    return [entry.id, concat(header, nonce, content)];
  });
  const slots = [wrapped(of, passphrase, others), ...others.map((other) => wrapped(of, other, []))];
  const records = rowsOf(new Map(entries.map(({ id }) => [id, revision])));
  const body = JSON.stringify({ vault, epoch, revision, slots, records });
  return { head: writeFrame(1, keys.manifest, body), records: new Map(sealed) };
}

/** Writes the content to both stores of a profile. */
export async function storeV1(world: DamagedWorld, snapshot: Snapshot): Promise<void> {
  for (const name of ['primary', 'mirror'] as const) {
    const store = storeOf(world, name);
    await store.put({ head: snapshot.head ?? '', put: snapshot.records, drop: [] });
    store.close();
  }
}

/** Returns the whole content of a store, without interpreting its keys. */
export async function rawCopyOf(
  world: DamagedWorld,
  name: 'primary' | 'mirror',
): Promise<Snapshot> {
  const store = storeOf(world, name);
  const snapshot = await store.all();
  store.close();
  return snapshot;
}
