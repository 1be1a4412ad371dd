/** From 0 (guessed immediately) to 4 (not guessable). */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** What makes a passphrase easier to guess than its length suggests; `short` if nothing else. */
export type Weakness = 'common' | 'similar' | 'keys' | 'repeated' | 'sequence' | 'date' | 'short';

/** How long a passphrase resists guessing. Holds no part of it. */
export interface PassphraseEstimate {
  readonly strength: Strength;
  /** Null if it needs no advice. */
  readonly weakness: Weakness | null;
}
