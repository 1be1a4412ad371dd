import type { PassphraseEstimate, Strength } from './PassphraseEstimate';

/** The least strength of a passphrase that encrypts something: "fair". */
const leastStrength: Strength = 2;

/** Estimates how long a passphrase resists guessing. Loads the word list (30 kB compressed) at first use. */
export const estimatePassphrase = async (passphrase: string): Promise<PassphraseEstimate> =>
  (await import('./estimate')).estimate(passphrase);

/** Whether a passphrase is too weak to encrypt anything. */
export const isTooWeak = ({ strength }: PassphraseEstimate): boolean => strength < leastStrength;

/** Whether a passphrase is common or otherwise too easy to guess to encrypt anything. */
export const isGuessable = async (passphrase: string): Promise<boolean> =>
  isTooWeak(await estimatePassphrase(passphrase));
