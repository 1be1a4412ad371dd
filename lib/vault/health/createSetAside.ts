import { fromBase64url, toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { Session } from '../keys/createSession';
import { trustedCast } from '../format/trustedCast';
import { freshKey } from '../keys/createUnlocker';
import type { SetAside, SetAsideVault } from '../SecureVault';
import type { Stores } from '../storage/createStores';
import type { Snapshot } from '../storage/Store';
import type { VaultDeps } from '../VaultDeps';
import type { RescueStore, StoreName } from './Health';
import { rescueStore } from './rescueStore';

const prefix = 'vault.aside.';

const names: readonly StoreName[] = ['primary', 'mirror'];

/** Both stores of a vault as they were, still sealed. */
interface Parcel {
  /** Milliseconds since the Unix epoch. */
  readonly setAsideAt: number;
  readonly stores: Readonly<Record<StoreName, RescueStore>>;
}

const snapshotOf = ({ head, records }: RescueStore): Snapshot => ({
  head,
  records: new Map(
    Object.entries(records).map(([id, text]) => [id, fromBase64url(text) ?? new Uint8Array()]),
  ),
});

const isEmpty = ({ head, records }: RescueStore) =>
  head === null && Object.keys(records).length === 0;

/** Whether both hold the same. Chromium's storage gives the keys of an object in another order. */
function isSame(one: RescueStore | undefined, other: RescueStore): boolean {
  const ids = Object.keys(other.records);
  return (
    one?.head === other.head &&
    Object.keys(one.records).length === ids.length &&
    ids.every((id) => one.records[id] === other.records[id])
  );
}

/**
 * Vaults that made way for another one. Every step keeps what was there before until what follows was written
 * and read back, so that an end in between leaves both, and loses neither.
 */
export function createSetAside(
  { local, clock, random, exclusive }: VaultDeps,
  stores: Stores,
  session: Session,
): SetAside {
  const empty: Snapshot = { head: null, records: new Map() };

  async function parcels(): Promise<ReadonlyMap<string, Parcel>> {
    const held = Object.entries(await local.get(null)).filter(([key]) => key.startsWith(prefix));
    return new Map(
      held.map(([key, value]) => [key.slice(prefix.length), trustedCast<Parcel>(value)]),
    );
  }

  /** Under the vault's lock. Does nothing where nothing is stored. */
  async function keepCurrent(): Promise<void> {
    const { primary, mirror } = await stores.all();
    const parcel: Parcel = {
      setAsideAt: clock(),
      stores: { primary: rescueStore(primary), mirror: rescueStore(mirror) },
    };
    if (names.every((name) => isEmpty(parcel.stores[name]))) return;
    const id = toBase64url(random(9));
    await local.set({ [prefix + id]: parcel });
    const kept = (await parcels()).get(id)?.stores;
    if (!names.every((name) => isSame(kept?.[name], parcel.stores[name])))
      throw new AppError('vault/tampered');
  }

  /** A store that can't be written stays as it is; one at least has to take it. */
  async function replaceBoth(next: Readonly<Record<StoreName, Snapshot>>): Promise<void> {
    const done: boolean[] = [];
    for (const name of names) done.push(await stores.replace(name, next[name]));
    if (!done.includes(true)) throw new AppError('vault/tampered');
  }

  return {
    async list() {
      const found = [...(await parcels())].map(
        ([id, { setAsideAt, stores: both }]): SetAsideVault => ({
          id,
          setAsideAt,
          records: Math.max(...names.map((name) => Object.keys(both[name].records).length)),
        }),
      );
      return found.toSorted((a, b) => b.setAsideAt - a.setAsideAt);
    },
    async startAnew() {
      await exclusive('vault', async () => {
        await keepCurrent();
        await replaceBoth({ primary: empty, mirror: empty });
        // What the browser says of a database that it lost is no reason against a new vault now.
        await local.set({ [freshKey]: true });
      });
      await session.end();
    },
    async reopen(id) {
      await exclusive('vault', async () => {
        const parcel = (await parcels()).get(id);
        if (!parcel) throw new AppError('vault/no-entry');
        await keepCurrent();
        const { primary, mirror } = parcel.stores;
        await replaceBoth({ primary: snapshotOf(primary), mirror: snapshotOf(mirror) });
        const now = await stores.all();
        const isThere = names.some((name) => isSame(rescueStore(now[name]), parcel.stores[name]));
        if (isThere) await local.remove([prefix + id, freshKey]);
      });
      await session.end();
    },
    remove: (id) => local.remove(prefix + id),
  };
}
