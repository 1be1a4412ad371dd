import type { Sealed } from '../mechanism/Sealed';

/** A generated password of a demo person, shown on the page while it is valid. */
export interface DemoPassword {
  readonly userId: string;
  readonly sealed: Sealed;
}

export interface SealingKey {
  readonly id: string;
  /** AES-256-GCM, not extractable. */
  readonly key: CryptoKey;
}

/**
 * Facts about the demo: the clock's offset in ms, the number of commands, when the people were created, and the number
 * of locks of addresses without an account.
 */
export interface Meta {
  readonly id: 'clock' | 'sequence' | 'seeded' | 'strangers';
  readonly value: number;
}
