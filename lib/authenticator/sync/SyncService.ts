import type { SyncFailure, SyncPlace } from '../../sync';

export type { SyncPlace, WebdavPlace } from '../../sync';

/** The result of a successful test, in which a file was written, read back and removed. */
export interface PlaceReport {
  /**
   * Number of sync files in the store. If there are any, this browser should join the existing set instead of
   * creating one.
   */
  readonly files: number;
}

export interface SyncDevice {
  /** The device's replica id. */
  readonly id: string;
  readonly name: string;
  /** The version of Tessera on that device. */
  readonly app: string;
  /** When the device last wrote a file, in milliseconds since the Unix epoch. */
  readonly lastSeen: number;
  /** How far the device's clock is ahead, in milliseconds. Pages warn above 24 h in either direction. */
  readonly clockOff: number;
}

/** One of several versions of the same data, written by devices that didn't know of each other's change. */
export interface ConflictVersion {
  /** The version's stamp; null for the version that currently applies. */
  readonly stamp: string | null;
  /** Name of the device that wrote the version; empty for this device. */
  readonly device: string;
  /** When the version was written, in milliseconds since the Unix epoch, by the writing device's clock. */
  readonly at: number;
}

export interface SyncConflict {
  /** The entry's id. */
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  /** The entry's part in conflict: `otp` is the secret with its parameters, `codes` are the backup codes. */
  readonly part: 'otp' | 'codes';
  /** The versions of the part. The version that currently applies comes first. */
  readonly versions: readonly ConflictVersion[];
}

/** An entry's id and names. */
export interface NamedEntry {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
}

/** The state of sync on a device where sync is set up. */
export interface SyncView {
  /** Where the set's files are stored, without the password. */
  readonly place:
    | { readonly kind: 'webdav'; readonly address: string; readonly user: string }
    | { readonly kind: 'folder'; readonly name: string }
    | { readonly kind: 'browser' };
  /** The name of this device, as other devices show it. */
  readonly name: string;
  readonly paused: boolean;
  readonly running: boolean;
  /** When a round last succeeded, in milliseconds since the Unix epoch, or null. */
  readonly lastRound: number | null;
  readonly failure: SyncFailure | null;
  /** The other devices, most recently seen first. */
  readonly devices: readonly SyncDevice[];
  readonly conflicts: readonly SyncConflict[];
  /** Pairs of accounts with the same secret under different ids. Merging a pair keeps its first account. */
  readonly twice: readonly (readonly [NamedEntry, NamedEntry])[];
  /** Entries that only this device has after more than 180 days without sync. The user chooses which to keep. */
  readonly strangers: readonly NamedEntry[] | null;
  /**
   * Entries that another device deleted permanently. They were kept because they had been edited on this device.
   */
  readonly again: readonly NamedEntry[];
  /** Whether the files in the store returned to an older state and were repaired. */
  readonly wentBack: boolean;
  /** Names of devices whose newest file can't be opened. */
  readonly unreadable: readonly string[];
  /** Size of the set's files at the last round, in bytes; null before the first round. */
  readonly bytesUsed: number | null;
}

/**
 * The content of the Sync page. `forbidden`: the administrator doesn't allow sync. `fixedAddress`: the only
 * allowed address, or null.
 */
export interface SyncOverview {
  readonly forbidden: boolean;
  readonly fixedAddress: string | null;
  /** The state of sync, or null if sync isn't set up. */
  readonly view: SyncView | null;
}

/** The state of a pairing on the device that shows the code. */
export type PairingState =
  | { readonly state: 'waiting'; readonly expiresAt: number }
  /** The other device responded. The user compares the digits and confirms or cancels. */
  | { readonly state: 'digits'; readonly digits: string; readonly name: string }
  /** The key was sent, and the other device has yet to fetch it. */
  | { readonly state: 'confirmed' }
  | { readonly state: 'joined' }
  | { readonly state: 'expired' };

/** The state of a pairing on the device that scanned or pasted the code. */
export type JoinState =
  /** The other device hasn't responded yet. */
  | { readonly state: 'waiting' }
  /** The user compares the digits and confirms on the other device. */
  | { readonly state: 'digits'; readonly digits: string }
  /** The key arrived. Call `finishJoin` once the vault is unlocked. */
  | { readonly state: 'ready' }
  | { readonly state: 'refused' }
  | { readonly state: 'expired' };

/** The content of a pairing code. From it, the page knows which permission and password to ask for. */
export interface JoinOffer {
  readonly place: SyncPlace;
  /** Whether the user must enter the password. */
  readonly needsPassword: boolean;
}

/**
 * Sync as pages use it. Sync runs in the background, and each call of a page is a message. Every method may throw
 * `vault/locked` or a `sync/…` error.
 */
export interface SyncService {
  overview(): Promise<SyncOverview>;
  /**
   * Tests a place by writing a file, reading it back and removing it. The browser must have granted access to the
   * address (see `originPermission`). Throws `sync/short-write` if the file read back differs.
   */
  test(place: SyncPlace): Promise<PlaceReport>;
  /** Creates a new set of devices. Returns its recovery key in 32 letters, which is shown only once. */
  connect(place: SyncPlace, name: string): Promise<{ readonly recoveryKey: string }>;
  /**
   * Changes the address, user name or password under which the same files are stored. Tests the new place first.
   */
  changePlace(place: SyncPlace): Promise<void>;
  /** Runs a round now. Also resolves if the round failed; `failure` in `SyncView` then has the reason. */
  syncNow(): Promise<void>;
  pause(paused: boolean): Promise<void>;
  rename(name: string): Promise<void>;
  /**
   * Turns sync off on this device and keeps the device's accounts. `removeFiles` also deletes this device's files
   * in the store.
   */
  stop(removeFiles: boolean): Promise<void>;
  /**
   * Moves this device to a new set. Devices to keep must join it again. Returns the recovery key of the new set.
   */
  removeDevice(id: string): Promise<{ readonly recoveryKey: string }>;
  /** Replaces the recovery key and returns the new one. */
  renewRecoveryKey(): Promise<{ readonly recoveryKey: string }>;

  /**
   * Starts a pairing and returns its code. With `withPassword`, the code contains the app password (WebDAV only).
   */
  startPairing(withPassword: boolean): Promise<{ readonly text: string }>;
  /** Returns the state of the pairing. Call it every two seconds while the code is shown. */
  pollPairing(): Promise<PairingState>;
  confirmPairing(): Promise<void>;
  cancelPairing(): Promise<void>;

  /** Parses a pairing code. Throws `sync/bad-pairing`. Works while the vault is locked. */
  readCode(text: string): Promise<JoinOffer>;
  /**
   * Announces this device to the device that shows the code. `password` is needed if the code contains none.
   * Works while the vault is locked.
   */
  startJoin(text: string, password: string | null, name: string): Promise<void>;
  /** Returns the state of joining. Call it every two seconds. */
  pollJoin(): Promise<JoinState>;
  /**
   * Starts to join with the set's recovery key, for when no other device is left. Works while the vault is
   * locked. Call `finishJoin` next.
   */
  recover(place: SyncPlace, recoveryKey: string, name: string): Promise<void>;
  /**
   * Sets up sync in the unlocked vault and runs the first round. Resolves once the set's accounts are in the
   * vault.
   */
  finishJoin(): Promise<void>;
  cancelJoin(): Promise<void>;

  /** Resolves a conflict in favor of one version. A null `stamp` chooses the version that currently applies. */
  resolve(id: string, part: 'otp' | 'codes', stamp: string | null): Promise<void>;
  /** Merges entry `other` into entry `kept`, which has the same secret, and moves `other` to the trash. */
  joinTwice(kept: string, other: string): Promise<void>;
  /** Keeps these entries of `strangers` after a long absence, and moves the others to the trash. */
  keepStrangers(ids: readonly string[]): Promise<void>;
  /** Publishes the vault again after the store was emptied. */
  republish(): Promise<void>;
  /** Dismisses the notices for `again` and `wentBack`. */
  dismiss(): Promise<void>;
}
