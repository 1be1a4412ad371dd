import { indexedDbStore } from '../../lib/vault/storage/indexedDbStore';
import { mirrorStore } from '../../lib/vault/storage/mirrorStore';
import { formatVersion } from '../../lib/vault/format/keys';
import type { Snapshot, Store } from '../../lib/vault/storage/Store';
import type { SecureVault, StoreName } from '../../lib/vault';
import type { StorageArea } from '../../lib/vault/storage/StorageArea';
import { draft } from './draft';

/** The parts of a profile that can be damaged: its database, by name, and its local storage. */
export interface DamagedWorld {
  readonly database: string;
  readonly local: StorageArea;
}

/** Returns one of the world's stores, as someone with access to the disk sees it. */
export const storeOf = (world: DamagedWorld, name: StoreName): Store =>
  name === 'primary' ? indexedDbStore(world.database, () => undefined) : mirrorStore(world.local);

const refusing = () => Promise.reject(new DOMException('no', 'InvalidStateError'));

/** A store that can't be opened, like IndexedDB in Firefox's permanent private browsing. */
export const closedStore: Store = {
  head: refusing,
  records: refusing,
  all: refusing,
  change: refusing,
  put: refusing,
  replace: refusing,
  close: () => undefined,
};

/**
 * The key prefix of records in the current format. Snapshots omit the prefix, and keep the whole key of
 * everything else.
 */
const own = `${formatVersion}.`;
const bare = (key: string) => (key.startsWith(own) ? key.slice(own.length) : key);
/** Returns the key of a record in a store. */
export const keyOf = (id: string) => (id.includes('.') ? id : own + id);

/** Returns the whole content of a store. */
export async function copyOf(world: DamagedWorld, name: StoreName): Promise<Snapshot> {
  const store = storeOf(world, name);
  const { head, records } = await store.all();
  store.close();
  return { head, records: new Map([...records].map(([key, bytes]) => [bare(key), bytes])) };
}

/** Replaces the content of a store. A head of null empties the store. */
export async function putBack(
  world: DamagedWorld,
  name: StoreName,
  { head, records }: Snapshot,
): Promise<void> {
  const store = storeOf(world, name);
  await store.change('all', (now) => ({
    head: head ?? '',
    put: new Map([...records].map(([id, bytes]) => [keyOf(id), bytes])),
    drop: [...now.records.keys()].filter((key) => !records.has(bare(key))),
  }));
  store.close();
  if (head !== null) return;
  if (name === 'mirror') await world.local.remove('vault.head');
  else
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(world.database);
      request.addEventListener('success', () => resolve());
      request.addEventListener('error', () => reject(new Error('not deleted')));
    });
}

export const flipBit = (bytes: Uint8Array, at: number): Uint8Array => {
  const flipped = bytes.slice();
  flipped[at >> 3] = (flipped[at >> 3] ?? 0) ^ (1 << (at & 7));
  return flipped;
};

const withRecord = ({ head, records }: Snapshot, id: string, bytes: Uint8Array): Snapshot => ({
  head,
  records: new Map([...records, [id, bytes]]),
});

const without = ({ head, records }: Snapshot, id: string): Snapshot => ({
  head,
  records: new Map([...records].filter(([one]) => one !== id)),
});

/**
 * The contents from which damage is made: the store now, the store before the last change, and a store of another
 * vault.
 */
export interface DamageSources {
  readonly now: Snapshot;
  readonly before: Snapshot;
  readonly foreign: Snapshot;
  /** The id of the record that changed since `before`. `other` is a record that didn't change. */
  readonly changed: string;
  readonly other: string;
}

const bytesOf = ({ records }: Snapshot, id: string) => records.get(id) ?? new Uint8Array();
const anyOf = ({ records }: Snapshot) => [...records.values()][0] ?? new Uint8Array();

/** Creates five accounts in a new vault, and changes the first account last. */
export async function makeSources(
  vault: SecureVault,
  world: DamagedWorld,
  store: StoreName,
  foreign: Snapshot,
): Promise<DamageSources> {
  const ids = await vault.add(['A', 'B', 'C', 'D', 'E'].map((issuer) => draft(issuer)));
  const [changed = '', other = ''] = ids;
  const before = await copyOf(world, store);
  await vault.update(changed, () => ({ issuer: 'A2' }));
  return { now: await copyOf(world, store), before, foreign, changed, other };
}

/** The issuers of the accounts that `makeSources` creates. */
export const soundIssuers = ['A2', 'B', 'C', 'D', 'E'];

export const issuersOf = async (vault: SecureVault) =>
  (await vault.list()).map(({ issuer }) => issuer);

/** Functions that damage a store in thirteen ways. */
export const damages: Readonly<Record<string, (sources: DamageSources) => Snapshot>> = {
  'a record deleted': ({ now, changed }) => without(now, changed),
  'a record with a flipped bit': ({ now, changed }) =>
    withRecord(now, changed, flipBit(bytesOf(now, changed), 999)),
  'a record cut short': ({ now, changed }) =>
    withRecord(now, changed, bytesOf(now, changed).slice(0, 100)),
  'a record emptied': ({ now, changed }) => withRecord(now, changed, new Uint8Array()),
  "a record in another's place": ({ now, changed, other }) =>
    withRecord(now, changed, bytesOf(now, other)),
  'an old record put back': ({ now, before, changed }) =>
    withRecord(now, changed, bytesOf(before, changed)),
  "another vault's record": ({ now, foreign, changed }) => withRecord(now, changed, anyOf(foreign)),
  'the head deleted': ({ now }) => ({ ...now, head: '' }),
  'the head with a flipped bit': ({ now }) => ({
    ...now,
    head: new TextDecoder('latin1').decode(flipBit(new TextEncoder().encode(now.head ?? ''), 4001)),
  }),
  'the head cut short': ({ now }) => ({ ...now, head: now.head?.slice(0, 200) ?? '' }),
  'the head rolled back': ({ now, before }) => ({ ...now, head: before.head }),
  'the whole store rolled back': ({ before }) => before,
  'the whole store gone': () => ({ head: null, records: new Map() }),
};

/** Returns whether two snapshots are equal. */
export const sameSnapshot = (a: Snapshot, b: Snapshot): boolean =>
  a.head === b.head &&
  a.records.size === b.records.size &&
  [...a.records].every(([id, bytes]) => String(bytes) === String(b.records.get(id)));
