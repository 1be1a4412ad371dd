import type { Slot } from '../format/Slot';

/** What the user sees of a slot. */
export type SlotSummary = Pick<
  Slot,
  'id' | 'type' | 'label' | 'createdAt' | 'memory' | 'passes' | 'lanes' | 'renew' | 'pending'
>;

/**
 * The ways to open the vault. Weakening or replacing one asks for the passphrase again, even while the vault is
 * unlocked. All throw `vault/wrong-passphrase`.
 */
export interface Slots {
  /** Returns the slots of the open vault or, while it is locked, of every vault in the stores. */
  list(): Promise<readonly SlotSummary[]>;
  /** Replaces the passphrase and the vault key: the old passphrase can't open anything written later. */
  changePassphrase(current: string, next: string): Promise<void>;
  /** Sets the first passphrase of a vault that was created without one. Every record gets a new key. */
  setPassphrase(next: string): Promise<void>;
  /**
   * Returns a new recovery key in eight groups of four letters, shown only once. It is pending until confirmed, and
   * an earlier one stays valid until then.
   */
  createRecoveryKey(passphrase: string): Promise<string>;
  /** Confirms that the user saved the pending recovery key. It replaces the earlier one. */
  confirmRecoveryKey(): Promise<void>;
  /** Opens the vault with its recovery key and sets a new passphrase. Removes all passkeys. */
  recover(recoveryKey: string, next: string): Promise<void>;
  /** Returns why passkeys can't be used here, or null if they can. */
  passkeyUnavailableReason(): Promise<PasskeyUnavailableReason | null>;
  addPasskey(passphrase: string, label: string): Promise<void>;
  unlockByPasskey(): Promise<void>;
  /** Opens a vault without a passphrase that doesn't open by itself because there is another one. */
  unlockWithoutPassphrase(): Promise<void>;
  /** Removes a passkey or the recovery key. Every record gets a new key. */
  remove(id: string, passphrase: string): Promise<void>;
  /** Re-encrypts every record under a new key. */
  rotate(passphrase: string): Promise<void>;
}

/** `no-webauthn`: the browser lacks WebAuthn. `extension-pages`: the browser denies it to extensions. */
export type PasskeyUnavailableReason = 'no-webauthn' | 'extension-pages';

/** What a passkey returns: 32 bytes that it alone can compute from a salt (WebAuthn's PRF extension). */
export interface Passkeys {
  obstacle(): Promise<PasskeyUnavailableReason | null>;
  /** Creates a passkey and evaluates its PRF at the salt. Throws `vault/passkey-failed`. */
  create(label: string, salt: Uint8Array): Promise<{ credential: Uint8Array; prf: Uint8Array }>;
  /**
   * Asks for one of these passkeys. Returns which one was used, with its PRF at its own salt. Throws
   * `vault/passkey-failed`.
   */
  evaluate(
    candidates: readonly { credential: Uint8Array; salt: Uint8Array }[],
  ): Promise<{ credential: Uint8Array; prf: Uint8Array }>;
}
