import type { Sealed } from '../mechanism/Sealed';

/** The generated password of a demo person. Deleted when the person changes the password. */
export interface DemoPassword {
  readonly userId: string;
  readonly sealed: Sealed;
}

export interface SealingKey {
  readonly id: string;
  /** An AES-256-GCM key that isn't extractable. */
  readonly key: CryptoKey;
}

/**
 * Values of the whole store: the demo clock's offset in milliseconds, the number of commands, when the demo
 * people were created, and the number of locks of addresses without an account.
 */
export interface Meta {
  readonly id: 'clock' | 'sequence' | 'seeded' | 'strangers';
  readonly value: number;
}
