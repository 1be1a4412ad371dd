import { trustedCast } from '../format/trustedCast';
import type { StorageArea } from '../storage/StorageArea';
import type { VaultContext } from '../VaultContext';

/** The newest revision that a vault is known to have had, because a backup or a session recorded it. */
export interface KnownRevision {
  readonly vault: string;
  readonly revision: number;
}

const name = 'vault.known-revision';

/**
 * Returns the known revision of this vault, or 0 if there is none. To change the known revision, a caller must
 * hold the `settings` lock.
 */
export async function readKnownRevision(area: StorageArea, vault: string): Promise<number> {
  const known = trustedCast<KnownRevision | undefined>((await area.get(name))[name]);
  return known?.vault === vault ? known.revision : 0;
}

export const writeKnownRevision = (area: StorageArea, known: KnownRevision): Promise<void> =>
  area.set({ [name]: known });

/** Deletes the known revision. Call it before the user returns to an older state of the vault. */
export const forgetKnownRevision = (area: StorageArea): Promise<void> => area.remove(name);

/** Stores the open vault's revision as the known revision, so that the vault's current state is accepted. */
export async function acceptRevision({ deps, session }: VaultContext): Promise<void> {
  const [unlocked, revision] = await Promise.all([session.current(), session.revision()]);
  if (!unlocked || revision === null) return;
  const { vault } = unlocked;
  await deps.exclusive('settings', () => writeKnownRevision(deps.local, { vault, revision }));
}
