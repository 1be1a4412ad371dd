import type { Slot } from '../format/Slot';

/** A slot as a person sees it. */
export type SlotSummary = Pick<
  Slot,
  'id' | 'type' | 'label' | 'createdAt' | 'memory' | 'passes' | 'lanes' | 'renew' | 'pending'
>;

/**
 * The ways into the vault. What weakens or replaces one asks for the passphrase again, even while the
 * vault is unlocked. All throw `vault/wrong-passphrase`.
 */
export interface Slots {
  /** The open vault's; while it is locked, those of every vault that a store holds. */
  list(): Promise<readonly SlotSummary[]>;
  /** Replaces the passphrase and the vault key: what the old one opened has nothing that is written later. */
  changePassphrase(current: string, next: string): Promise<void>;
  /** A first passphrase for a vault that was made without one; every record gets a new key. */
  setPassphrase(next: string): Promise<void>;
  /**
   * A new recovery key in eight groups of four letters, shown this once. It is pending, and an earlier one opens the
   * vault as before, until it is confirmed.
   */
  createRecoveryKey(passphrase: string): Promise<string>;
  /** The pending recovery key was kept: it takes the place of the earlier one, which ends. */
  confirmRecoveryKey(): Promise<void>;
  /** Opens the vault by its recovery key and gives it a new passphrase. Passkeys end. */
  recover(recoveryKey: string, next: string): Promise<void>;
  /** Why passkeys can't be used here, or null where they can. */
  passkeyUnavailableReason(): Promise<PasskeyUnavailableReason | null>;
  addPasskey(passphrase: string, label: string): Promise<void>;
  unlockByPasskey(): Promise<void>;
  /** Opens a vault without a passphrase, which does not open by itself beside another one. */
  unlockWithoutPassphrase(): Promise<void>;
  /** Ends a passkey or the recovery key; every record gets a new key. */
  remove(id: string, passphrase: string): Promise<void>;
  /** Seals every record under a new key. */
  rotate(passphrase: string): Promise<void>;
}

/** `no-webauthn`: the browser has none; `extension-pages`: the browser has none for extensions. */
export type PasskeyUnavailableReason = 'no-webauthn' | 'extension-pages';

/** What a passkey gives: 32 bytes that it alone can compute from a salt (WebAuthn's PRF extension). */
export interface Passkeys {
  obstacle(): Promise<PasskeyUnavailableReason | null>;
  /** Makes one and evaluates it at the salt. Throws `vault/passkey-failed`. */
  create(label: string, salt: Uint8Array): Promise<{ credential: Uint8Array; prf: Uint8Array }>;
  /** Asks for one of these; answers which one, evaluated at its own salt. Throws `vault/passkey-failed`. */
  evaluate(
    candidates: readonly { credential: Uint8Array; salt: Uint8Array }[],
  ): Promise<{ credential: Uint8Array; prf: Uint8Array }>;
}
