/** Strength of a passphrase, from 0 (guessed at once) to 4 (can't be guessed). */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Why a passphrase is easier to guess than its length suggests. `short` if there is no other reason. */
export type Weakness = 'common' | 'similar' | 'keys' | 'repeated' | 'sequence' | 'date' | 'short';

/** The estimated strength of a passphrase. Contains no part of the passphrase. */
export interface PassphraseEstimate {
  readonly strength: Strength;
  /** The reason to show to the user, or null if the passphrase is strong. */
  readonly weakness: Weakness | null;
}
