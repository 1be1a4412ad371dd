import { toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { Session } from '../keys/createSession';
import { decodeHead } from '../format/Head';
import { trustedCast } from '../format/trustedCast';
import { iconDatabase } from '../icons/iconDatabase';
import { prefixOf } from '../icons/sealPicture';
import { freshKey } from '../keys/createUnlocker';
import type { SetAside, SetAsideVault } from '../SecureVault';
import type { Stores } from '../storage/createStores';
import { snapshotFromText, snapshotToText, type SnapshotText } from '../storage/snapshotText';
import type { Snapshot } from '../storage/Store';
import type { VaultDeps } from '../VaultDeps';
import type { StoreName } from './Health';
import { forgetKnownRevision } from './knownRevision';

const prefix = 'vault.aside.';

const names: readonly StoreName[] = ['primary', 'mirror'];

/** The encrypted content of a vault's two stores. */
interface Parcel {
  /** When the vault was set aside, in milliseconds since the Unix epoch. */
  readonly setAsideAt: number;
  readonly stores: Readonly<Record<StoreName, SnapshotText>>;
}

const isEmpty = ({ head, records }: SnapshotText) =>
  head === null && Object.keys(records).length === 0;

/**
 * Whether two snapshots have the same content. Ignores the order of records, because Chromium's storage sorts an
 * object's keys.
 */
function isSame(one: SnapshotText | undefined, other: SnapshotText): boolean {
  const ids = Object.keys(other.records);
  return (
    one?.head === other.head &&
    Object.keys(one.records).length === ids.length &&
    ids.every((id) => one.records[id] === other.records[id])
  );
}

/** Returns the ids of the vaults whose heads are in the stores. */
const vaultsIn = (
  stores: Readonly<Record<StoreName, { readonly head: string | null }>> | undefined,
): readonly string[] => names.flatMap((name) => decodeHead(stores?.[name].head ?? '')?.vault ?? []);

/**
 * Creates the functions that set a vault aside, so that another vault can take its place. Every step keeps the
 * earlier content until its copy was written and read back, so that an interruption loses no vault.
 */
export function createSetAside(
  { local, clock, random, exclusive, iconDatabase: icons }: VaultDeps,
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

  /**
   * Sets the current vault aside, if there is one. Throws `vault/tampered` if the copy differs from the vault.
   * The caller must hold the vault's lock.
   */
  async function keepCurrent(): Promise<void> {
    const { primary, mirror } = await stores.all();
    const parcel: Parcel = {
      setAsideAt: clock(),
      stores: { primary: snapshotToText(primary), mirror: snapshotToText(mirror) },
    };
    if (names.every((name) => isEmpty(parcel.stores[name]))) return;
    const id = toBase64url(random(9));
    await local.set({ [prefix + id]: parcel });
    const kept = (await parcels()).get(id)?.stores;
    if (!names.every((name) => isSame(kept?.[name], parcel.stores[name])))
      throw new AppError('vault/tampered');
  }

  /**
   * Replaces the content of both stores. A store that can't be written keeps its content. Throws `vault/tampered`
   * if neither store can be written.
   */
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
        // Marks the profile, so that a database reported as lost no longer prevents creating a vault.
        await local.set({ [freshKey]: true });
      });
      await session.end();
    },
    async reopen(id) {
      await exclusive('vault', async () => {
        const parcel = (await parcels()).get(id);
        if (!parcel) throw new AppError('vault/no-entry');
        await keepCurrent();
        // The returning vault may be older than its known revision, which must not be reported as a rollback.
        await exclusive('settings', () => forgetKnownRevision(local));
        const { primary, mirror } = parcel.stores;
        await replaceBoth({ primary: snapshotFromText(primary), mirror: snapshotFromText(mirror) });
        const now = await stores.all();
        const isThere = names.some((name) =>
          isSame(snapshotToText(now[name]), parcel.stores[name]),
        );
        if (isThere) await local.remove([prefix + id, freshKey]);
      });
      await session.end();
    },
    async remove(id) {
      const before = vaultsIn((await parcels()).get(id)?.stores);
      await local.remove(prefix + id);
      const { primary, mirror } = await stores.all();
      const left = new Set([
        ...vaultsIn({ primary, mirror }),
        ...[...(await parcels()).values()].flatMap((parcel) => vaultsIn(parcel.stores)),
      ]);
      for (const vault of before) {
        // A page that can't open the database of pictures has none to erase.
        if (!left.has(vault))
          await iconDatabase(icons)
            .clear(prefixOf(vault))
            .catch(() => undefined);
      }
    },
  };
}
