import { toBase64url } from '../../crypto';
import { afterDurable } from '../entries/afterDurable';
import type { Unlocked } from '../keys/createSession';
import type { VaultParts } from '../openVault';
import type { IconStore } from './iconDatabase';
import { checkPicture, checkRoom, indexToBytes, readIndex, type IconIndex } from './iconIndex';
import { readIconKeys, withIconKeys, withKeyOf, type IconKeys } from './iconKeys';
import type { IconPack, Icons } from './Icons';
import { databaseKey, openPicture, placeOf, prefixOf, sealPicture } from './sealPicture';

/** The name of the index, which no picture can have. */
const indexName = 'index';

interface Opened {
  readonly unlocked: Unlocked;
  readonly keys: IconKeys;
}

interface Edit {
  readonly index: IconIndex;
  /** Pictures to write, by name. */
  readonly put?: ReadonlyMap<string, Uint8Array>;
  /** Names of pictures to erase. */
  readonly drop?: readonly string[];
}

const namesOf = (pack: IconPack | undefined) => (pack ? pack.icons.map(({ icon }) => icon) : []);

const indexIn = ({ unlocked: { vault }, keys }: Opened, bytes: Uint8Array | undefined) =>
  readIndex(openPicture(placeOf(vault, indexName, keys), bytes, keys));

/** Creates the functions for pictures. The pictures are in `store`, and their keys in the vault's shared record. */
export function createIcons({ context, repository, noteUse }: VaultParts, store: IconStore): Icons {
  const { deps, session, announce } = context;

  /** Returns the keys, or null if no picture was ever added. */
  async function open(): Promise<Opened | null> {
    const unlocked = await session.require();
    const keys = readIconKeys(await repository.record());
    return keys && { unlocked, keys };
  }

  /** Like `open`, but first adds a key for the current epoch if there is none. */
  async function openToWrite(): Promise<Opened> {
    const unlocked = await session.require();
    const { epoch, vault } = unlocked;
    let known = (await open())?.keys ?? null;
    if (known?.keys.has(epoch)) return { unlocked, keys: known };
    if (!known) {
      // The leading store's copy of the record may be damaged, and must not be replaced if the other copy is sound.
      await repository.verify();
      known = (await open())?.keys ?? null;
    }
    if (!known) await store.clear(prefixOf(vault));
    let keys = withKeyOf(epoch, known, deps.random);
    const writing = repository.write([], (_, record) => {
      keys = withKeyOf(epoch, readIconKeys(record), deps.random);
      return { put: [], record: withIconKeys(record, keys) };
    });
    await afterDurable(writing, noteUse);
    return { unlocked, keys };
  }

  async function index(): Promise<IconIndex> {
    const opened = await open();
    if (!opened) return readIndex(null);
    const key = databaseKey(placeOf(opened.unlocked.vault, indexName, opened.keys));
    return indexIn(opened, (await store.get([key])).get(key));
  }

  /** Changes the index and pictures together, then notifies all pages. */
  async function edit(change: (index: IconIndex) => Edit): Promise<void> {
    const opened = await openToWrite();
    const { vault, epoch } = opened.unlocked;
    const { random } = deps;
    const keyOf = (name: string) => databaseKey(placeOf(vault, name, opened.keys));
    const seal = ([name, content]: readonly [string, Uint8Array]) => {
      const place = placeOf(vault, name, opened.keys);
      return [
        databaseKey(place),
        sealPicture(place, content, opened.keys, { epoch, random }),
      ] as const;
    };
    await store.change(keyOf(indexName), (bytes) => {
      const { index: next, put, drop = [] } = change(indexIn(opened, bytes));
      checkRoom(next);
      const written = [...(put ?? []), [indexName, indexToBytes(next)] as const];
      return { put: new Map(written.map(seal)), drop: drop.map(keyOf) };
    });
    announce('changed');
  }

  return {
    async read(names) {
      const opened = await open();
      if (!opened) return new Map();
      const { vault } = opened.unlocked;
      const places = names.map((name) => placeOf(vault, name, opened.keys));
      const sealed = await store.get(places.map(databaseKey));
      // The vault may have been locked in the meantime.
      await session.require();
      return new Map(
        names.flatMap((name, at) => {
          const place = places[at];
          const bytes = place && openPicture(place, sealed.get(databaseKey(place)), opened.keys);
          return bytes ? [[name, new Uint8Array(bytes)] as const] : [];
        }),
      );
    },
    async addOwn(picture) {
      checkPicture(picture);
      const name = `own:${toBase64url(deps.random(16))}`;
      await edit((now) => ({
        index: { ...now, own: [...now.own, name] },
        put: new Map([[name, picture]]),
      }));
      return name;
    },
    async prune() {
      const { own } = await index();
      if (own.length === 0) return;
      const used = new Set((await repository.summaries()).map(({ icon }) => icon));
      const unused = new Set(own.filter((name) => !used.has(name)));
      if (unused.size === 0) return;
      await edit((now) => ({
        index: { ...now, own: now.own.filter((name) => !unused.has(name)) },
        drop: [...unused],
      }));
    },
    packs: async () => (await index()).packs.toSorted((a, b) => a.name.localeCompare(b.name)),
    async addPack(pack, pictures) {
      for (const picture of pictures.values()) checkPicture(picture);
      const bytes = [...pictures.values()].reduce((sum, { length }) => sum + length, 0);
      await edit((now) => {
        const before = now.packs.find(({ uuid }) => uuid === pack.uuid);
        const others = now.packs.filter((one) => one !== before);
        const drop = namesOf(before).filter((name) => !pictures.has(name));
        return { index: { ...now, packs: [...others, { ...pack, bytes }] }, put: pictures, drop };
      });
    },
    removePack: (uuid) =>
      edit((now) => ({
        index: { ...now, packs: now.packs.filter((pack) => pack.uuid !== uuid) },
        drop: namesOf(now.packs.find((pack) => pack.uuid === uuid)),
      })),
  };
}
