import { openDB } from 'idb';
import type { PageVault } from '../../../lib/vault';
import { iconDatabase } from '../../../lib/vault/icons/iconDatabase';
import { vaultWorld } from '../../support/vaultWorld';

export const passphrase = 'correct horse';
export const next = 'battery staple';

/** Returns every sealed picture of a database, by key. */
async function storedIn(name: string): Promise<Map<string, Uint8Array>> {
  const database = await openDB(name);
  const [keys, values] = [await database.getAllKeys('sealed'), await database.getAll('sealed')];
  database.close();
  return new Map(keys.map((key, at) => [key as string, values[at] as Uint8Array]));
}

/** Opens a new vault with pictures. `stored` returns what is on disk. */
export async function unlockedWorld() {
  const world = await vaultWorld();
  const vault = world.openPage();
  await vault.create(passphrase);
  const { iconDatabase: database } = world.deps();
  return { world, vault, stored: () => storedIn(database), store: iconDatabase(database) };
}

/** Returns one picture, or undefined. */
export const read = async ({ icons }: Pick<PageVault, 'icons'>, name: string) =>
  (await icons.read([name])).get(name);
