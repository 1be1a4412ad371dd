import type { SyncFailure, SyncPlace } from '../../sync';

export type { SyncPlace, WebdavPlace } from '../../sync';

/** The result of testing a place: whether a file could be written, read back and removed. */
export interface PlaceReport {
  /** Number of Tessera's files there. If there are any, this browser should join instead of starting a new set. */
  readonly files: number;
}

export interface SyncDevice {
  /** The replica's id. */
  readonly id: string;
  readonly name: string;
  /** The version of Tessera on the device. */
  readonly app: string;
  /** Milliseconds since the Unix epoch. */
  readonly lastSeen: number;
  /** How far its clock is ahead, in milliseconds. Pages report it beyond 24 h either way. */
  readonly clockOff: number;
}

/** One of several versions written by devices that hadn't seen each other's. */
export interface ConflictVersion {
  /** The id of the version; null for the one in force. */
  readonly stamp: string | null;
  /** The device's name; empty for this one. */
  readonly device: string;
  /** When it was written, in milliseconds since the Unix epoch, by that device's clock. */
  readonly at: number;
}

export interface SyncConflict {
  /** The entry's id. */
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  /** The secret with its parameters, or the backup codes. */
  readonly part: 'otp' | 'codes';
  /** The versions, the one in force first. */
  readonly versions: readonly ConflictVersion[];
}

/** An entry by name. */
export interface NamedEntry {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
}

/** The state of a sync that is set up. */
export interface SyncView {
  /** Without the password. */
  readonly place:
    | { readonly kind: 'webdav'; readonly address: string; readonly user: string }
    | { readonly kind: 'folder'; readonly name: string }
    | { readonly kind: 'browser' };
  /** This device's name on the other devices. */
  readonly name: string;
  readonly paused: boolean;
  readonly running: boolean;
  /** When a round last succeeded, in milliseconds since the Unix epoch, or null. */
  readonly lastRound: number | null;
  readonly failure: SyncFailure | null;
  /** The other devices, the most recently seen first. */
  readonly devices: readonly SyncDevice[];
  readonly conflicts: readonly SyncConflict[];
  /** Accounts with the same secret under two ids. Merging keeps the first. */
  readonly twice: readonly (readonly [NamedEntry, NamedEntry])[];
  /** Entries that only this device has after an absence of more than 180 days: the user chooses which to keep. */
  readonly strangers: readonly NamedEntry[] | null;
  /** Entries that were kept because they were edited here while another device deleted them permanently. */
  readonly again: readonly NamedEntry[];
  /** Whether the store returned to an older state and was repaired. */
  readonly wentBack: boolean;
  /** Names of devices whose newest file doesn't open. */
  readonly unreadable: readonly string[];
  /** Bytes of this set's files in the store, as the last round saw them; null before the first. */
  readonly bytesUsed: number | null;
}

/**
 * The content of the page "Sync". `forbidden`: by the administrator. `fixedAddress`: the only allowed address, or null.
 */
export interface SyncOverview {
  readonly forbidden: boolean;
  readonly fixedAddress: string | null;
  /** Null if sync isn't set up. */
  readonly view: SyncView | null;
}

/** The pairing as seen by the device that shows the code. */
export type PairingState =
  | { readonly state: 'waiting'; readonly expiresAt: number }
  /** The other device responded: the user compares the digits and confirms or cancels. */
  | { readonly state: 'digits'; readonly digits: string; readonly name: string }
  /** The key was sent; the other device fetches it. */
  | { readonly state: 'confirmed' }
  | { readonly state: 'joined' }
  | { readonly state: 'expired' };

/** The pairing as seen by the device that scanned or pasted the code. */
export type JoinState =
  /** The other device hasn't responded yet. */
  | { readonly state: 'waiting' }
  /** The user compares the digits; the other device confirms. */
  | { readonly state: 'digits'; readonly digits: string }
  /** The key arrived. `finishJoin` needs an unlocked vault. */
  | { readonly state: 'ready' }
  | { readonly state: 'refused' }
  | { readonly state: 'expired' };

/** What a pairing code contains, so that the page can request the permission and a missing password. */
export interface JoinOffer {
  readonly place: SyncPlace;
  /** Whether the password must be entered. */
  readonly needsPassword: boolean;
}

/**
 * Sync for pages. It runs in the background; calls of a page are messages. Every call may throw `vault/locked` or one
 * of `sync/…`.
 */
export interface SyncService {
  overview(): Promise<SyncOverview>;
  /**
   * Tests a place by writing, reading and removing a file. Requires the browser's permission for the address; see
   * `originPermission`. Throws `sync/short-write` if the file isn't stored unchanged.
   */
  test(place: SyncPlace): Promise<PlaceReport>;
  /** Creates a new set of devices. Returns its recovery key: 32 letters in groups, shown only once. */
  connect(place: SyncPlace, name: string): Promise<{ readonly recoveryKey: string }>;
  /** Changes the address, user name or password of the same files, after a test. */
  changePlace(place: SyncPlace): Promise<void>;
  /** Runs one round now. Also resolves if it failed: then `failure` has the reason. */
  syncNow(): Promise<void>;
  pause(paused: boolean): Promise<void>;
  rename(name: string): Promise<void>;
  /** Ends sync on this device and keeps its accounts. `removeFiles` also deletes its files in the store. */
  stop(removeFiles: boolean): Promise<void>;
  /** Creates a new set and key, so that every other device must pair again. Returns a new recovery key. */
  removeDevice(id: string): Promise<{ readonly recoveryKey: string }>;
  /** Returns a new recovery key, which replaces the previous one. */
  renewRecoveryKey(): Promise<{ readonly recoveryKey: string }>;

  /** Returns a pairing code. `withPassword`: whether it contains the app password; only for WebDAV. */
  startPairing(withPassword: boolean): Promise<{ readonly text: string }>;
  /** Returns the state of the pairing. Poll it every two seconds while the code is shown. */
  pollPairing(): Promise<PairingState>;
  confirmPairing(): Promise<void>;
  cancelPairing(): Promise<void>;

  /** Parses a pairing code. Throws `sync/bad-pairing`. Needs no vault. */
  readCode(text: string): Promise<JoinOffer>;
  /** Announces this device to the one that shows the code. `password` is for a code without one. Needs no vault. */
  startJoin(text: string, password: string | null, name: string): Promise<void>;
  /** Returns the state of joining. Poll it every two seconds. */
  pollJoin(): Promise<JoinState>;
  /** Joins with the set's recovery key if no other device is left. Needs no vault; call `finishJoin` next. */
  recover(place: SyncPlace, recoveryKey: string, name: string): Promise<void>;
  /** Sets up sync in the unlocked vault and runs the first round. The accounts are there when it resolves. */
  finishJoin(): Promise<void>;
  cancelJoin(): Promise<void>;

  /** Resolves a conflict with one of its versions; null for the one in force. */
  resolve(id: string, part: 'otp' | 'codes', stamp: string | null): Promise<void>;
  /** Merges the second entry into the first, which has the same secret, and moves the second to the trash. */
  joinTwice(kept: string, other: string): Promise<void>;
  /** After a long absence, keeps these of `strangers` and moves the others to the trash. */
  keepStrangers(ids: readonly string[]): Promise<void>;
  /** Publishes the vault again to a folder that was emptied. */
  republish(): Promise<void>;
  /** Dismisses the notices `again` and `wentBack`. */
  dismiss(): Promise<void>;
}
