import { trustedCast } from '../format/trustedCast';
import type { StorageArea } from '../storage/StorageArea';
import type { VaultContext } from '../VaultContext';

/** A revision that the vault had for certain: a backup has it, or an open session saw it. */
export interface KnownRevision {
  readonly vault: string;
  readonly revision: number;
}

const name = 'vault.known-revision';

/** Returns 0 if none is known of this vault. Callers that write hold the lock `settings`. */
export async function readKnownRevision(area: StorageArea, vault: string): Promise<number> {
  const known = trustedCast<KnownRevision | undefined>((await area.get(name))[name]);
  return known?.vault === vault ? known.revision : 0;
}

export const writeKnownRevision = (area: StorageArea, known: KnownRevision): Promise<void> =>
  area.set({ [name]: known });

/** Removes it before the user brings an older state of the vault back. */
export const forgetKnownRevision = (area: StorageArea): Promise<void> => area.remove(name);

/** Makes the open vault's present revision the known one: the user goes on with this state. */
export async function acceptRevision({ deps, session }: VaultContext): Promise<void> {
  const [unlocked, revision] = await Promise.all([session.current(), session.revision()]);
  if (!unlocked || revision === null) return;
  const { vault } = unlocked;
  await deps.exclusive('settings', () => writeKnownRevision(deps.local, { vault, revision }));
}
