import { stored } from './stored';

const readSteps = async (): Promise<Readonly<Record<string, number>>> =>
  (await stored.usedCodes.read()) ?? {};

/**
 * The codes that were already filled. A filled code isn't filled again, because most sites accept a code only
 * once.
 */
export const usedCodes = {
  /** Whether an account's code of this time step was already filled. */
  has: async (id: string, step: number): Promise<boolean> => (await readSteps())[id] === step,
  /** Stores that an account's code of this time step was filled. */
  keep: async (id: string, step: number): Promise<void> =>
    stored.usedCodes.write({ ...(await readSteps()), [id]: step }),
};

export type UsedCodes = typeof usedCodes;
