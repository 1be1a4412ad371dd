import { known } from '../format/known';
import type { Area } from '../storage/Area';

/** When a backup was last handed to the person, and of what. */
export interface Made {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly vault: string;
  readonly revision: number;
}

const name = 'vault.backup-made';

export const keepMade = (area: Area, made: Made): Promise<void> => area.set({ [name]: made });

/** The newest of this vault, or null. */
export async function lastMade(area: Area, vault: string): Promise<Made | null> {
  const made = known<Made | undefined>((await area.get(name))[name]);
  return made?.vault === vault ? made : null;
}
