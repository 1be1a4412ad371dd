import type { Slot } from '../format/Slot';

/** What users see of a slot. */
export type SlotSummary = Pick<
  Slot,
  'id' | 'type' | 'label' | 'createdAt' | 'memory' | 'passes' | 'lanes' | 'renew' | 'pending'
>;

/**
 * The slots, by which the vault opens. Removing or replacing a slot asks for the passphrase again, even while the
 * vault is unlocked. Methods that take a passphrase throw `vault/wrong-passphrase`.
 */
export interface Slots {
  /**
   * Returns the slots of the open vault. While the vault is locked, returns the slots of every vault in the
   * stores.
   */
  list(): Promise<readonly SlotSummary[]>;
  /** Replaces the passphrase and the vault key. The old passphrase can't open anything that is written later. */
  changePassphrase(current: string, next: string): Promise<void>;
  /** Sets the first passphrase of a vault without one. Every record is encrypted under a new key. */
  setPassphrase(next: string): Promise<void>;
  /**
   * Creates a recovery key and returns it in eight groups of four letters. The key is shown only once. It is
   * pending until the user confirms that they saved it. Until the confirmation, an earlier recovery key also
   * works.
   */
  createRecoveryKey(passphrase: string): Promise<string>;
  /** Confirms that the user saved the pending recovery key. The earlier recovery key is removed. */
  confirmRecoveryKey(): Promise<void>;
  /**
   * Opens the vault with its recovery key and sets a new passphrase. Removes all passkeys. Throws
   * `vault/wrong-recovery-key`.
   */
  recover(recoveryKey: string, next: string): Promise<void>;
  /** Returns why passkeys can't be used, or null if they can. */
  passkeyUnavailableReason(): Promise<PasskeyUnavailableReason | null>;
  addPasskey(passphrase: string, label: string): Promise<void>;
  unlockByPasskey(): Promise<void>;
  /**
   * Opens a vault without a passphrase that doesn't open by itself, because the stores also hold another vault.
   */
  unlockWithoutPassphrase(): Promise<void>;
  /** Removes a passkey or the recovery key. Every record is encrypted under a new key. */
  remove(id: string, passphrase: string): Promise<void>;
  /** Encrypts every record under a new key. */
  rotate(passphrase: string): Promise<void>;
}

/**
 * `no-webauthn`: the browser has no WebAuthn. `extension-pages`: the browser doesn't allow WebAuthn on extension
 * pages.
 */
export type PasskeyUnavailableReason = 'no-webauthn' | 'extension-pages';

/**
 * Creates and uses passkeys. A passkey computes 32 bytes from a salt (WebAuthn's PRF extension), which nothing
 * else can compute.
 */
export interface Passkeys {
  obstacle(): Promise<PasskeyUnavailableReason | null>;
  /** Creates a passkey and evaluates its PRF at the salt. Throws `vault/passkey-failed`. */
  create(label: string, salt: Uint8Array): Promise<{ credential: Uint8Array; prf: Uint8Array }>;
  /**
   * Asks the user for one of these passkeys. Returns its credential id and its PRF at its own salt. Throws
   * `vault/passkey-failed`.
   */
  evaluate(
    candidates: readonly { credential: Uint8Array; salt: Uint8Array }[],
  ): Promise<{ credential: Uint8Array; prf: Uint8Array }>;
}
