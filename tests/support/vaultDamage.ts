import { fromBase64url } from '../../lib/crypto';
import { indexedDbStore } from '../../lib/vault/storage/indexedDbStore';
import { mirrorStore } from '../../lib/vault/storage/mirrorStore';
import type { Snapshot, Store } from '../../lib/vault/storage/Store';
import type { StoreName } from '../../lib/vault';
import type { VaultWorld } from './vaultWorld';

/** One of the world's stores, as somebody with the disk in hands has it. */
export const storeOf = (world: VaultWorld, name: StoreName): Store =>
  name === 'primary' ? indexedDbStore(world.database, () => undefined) : mirrorStore(world.local);

/** All that a store holds. */
export async function copyOf(world: VaultWorld, name: StoreName): Promise<Snapshot> {
  const store = storeOf(world, name);
  const snapshot = await store.all();
  store.close();
  return snapshot;
}

/** Makes a store hold exactly this; a head of null is an empty store. */
export async function putBack(
  world: VaultWorld,
  name: StoreName,
  { head, records }: Snapshot,
): Promise<void> {
  const store = storeOf(world, name);
  await store.change('all', (now) => ({
    head: head ?? '',
    put: records,
    drop: [...now.records.keys()].filter((id) => !records.has(id)),
  }));
  store.close();
  if (head !== null) return;
  if (name === 'mirror') world.local.values.delete('vault.head');
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

/** What damage is made from: the store now, as it was one change earlier, and another vault's. */
export interface DamageSources {
  readonly now: Snapshot;
  readonly before: Snapshot;
  readonly foreign: Snapshot;
  /** The record that changed since `before`, and one that did not. */
  readonly changed: string;
  readonly other: string;
}

const bytesOf = ({ records }: Snapshot, id: string) => records.get(id) ?? new Uint8Array();
const anyOf = ({ records }: Snapshot) => [...records.values()][0] ?? new Uint8Array();

/** Thirteen ways in which a store can be damaged. */
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
    head: Buffer.from(flipBit(Buffer.from(now.head ?? ''), 4001)).toString('latin1'),
  }),
  'the head cut short': ({ now }) => ({ ...now, head: now.head?.slice(0, 200) ?? '' }),
  'the head rolled back': ({ now, before }) => ({ ...now, head: before.head }),
  'the whole store rolled back': ({ before }) => before,
  'the whole store gone': () => ({ head: null, records: new Map() }),
};

/** Whether two snapshots hold the same. */
export const sameSnapshot = (a: Snapshot, b: Snapshot): boolean =>
  a.head === b.head &&
  a.records.size === b.records.size &&
  [...a.records].every(([id, bytes]) =>
    Buffer.from(bytes).equals(b.records.get(id) ?? Buffer.of(0)),
  );

/** A record's bytes as the rescue file shows them. */
export const fromText = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array();
