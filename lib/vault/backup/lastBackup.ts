import { trustedCast } from '../format/trustedCast';
import type { StorageArea } from '../storage/StorageArea';

/** When the last backup was stored, and its vault and revision. */
export interface LastBackup {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly vault: string;
  readonly revision: number;
}

const name = 'vault.backup-made';

export const writeLastBackup = (area: StorageArea, made: LastBackup): Promise<void> =>
  area.set({ [name]: made });

/** Returns the newest backup of this vault, or null. */
export async function readLastBackup(area: StorageArea, vault: string): Promise<LastBackup | null> {
  const made = trustedCast<LastBackup | undefined>((await area.get(name))[name]);
  return made?.vault === vault ? made : null;
}

/**
 * Moves the newest backup of this vault to the next revision, if that has no change that the backup
 * lacks.
 */
export async function advanceLastBackup(area: StorageArea, vault: string): Promise<void> {
  const made = await readLastBackup(area, vault);
  if (made) await writeLastBackup(area, { ...made, revision: made.revision + 1 });
}
