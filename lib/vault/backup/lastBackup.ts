import { trustedCast } from '../format/trustedCast';
import type { StorageArea } from '../storage/StorageArea';

/** The time of the last stored backup, with the vault's id and revision. */
export interface LastBackup {
  /** When the backup was stored, in milliseconds since the Unix epoch. */
  readonly at: number;
  readonly vault: string;
  readonly revision: number;
}

const name = 'vault.backup-made';

export const writeLastBackup = (area: StorageArea, made: LastBackup): Promise<void> =>
  area.set({ [name]: made });

/** Returns the last stored backup of this vault, or null. */
export async function readLastBackup(area: StorageArea, vault: string): Promise<LastBackup | null> {
  const made = trustedCast<LastBackup | undefined>((await area.get(name))[name]);
  return made?.vault === vault ? made : null;
}

/** Raises the revision of the last backup by one, for a change that a backup doesn't need. */
export async function advanceLastBackup(area: StorageArea, vault: string): Promise<void> {
  const made = await readLastBackup(area, vault);
  if (made) await writeLastBackup(area, { ...made, revision: made.revision + 1 });
}

/**
 * Lowers the revision of the last backup to the vault's revision, so that later changes count as changes since
 * the backup.
 */
export async function limitLastBackup(
  area: StorageArea,
  { vault, revision }: Omit<LastBackup, 'at'>,
): Promise<void> {
  const made = await readLastBackup(area, vault);
  if (made && made.revision > revision) await writeLastBackup(area, { ...made, revision });
}
