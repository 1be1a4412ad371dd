import type { PassphraseEstimate, Strength } from './PassphraseEstimate';

/** Minimum strength of a passphrase that encrypts data ("fair"). */
const leastStrength: Strength = 2;

/** Estimates the strength of a passphrase. Loads the word list (30 kB compressed) at first use. */
export const estimatePassphrase = async (passphrase: string): Promise<PassphraseEstimate> =>
  (await import('./estimate')).estimate(passphrase);

/** Whether a passphrase is too weak for encrypting data. */
export const isTooWeak = ({ strength }: PassphraseEstimate): boolean => strength < leastStrength;

/** Whether a passphrase is too easy to guess for encrypting data. */
export const isGuessable = async (passphrase: string): Promise<boolean> =>
  isTooWeak(await estimatePassphrase(passphrase));
