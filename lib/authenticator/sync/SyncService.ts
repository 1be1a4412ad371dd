import type { SyncFailure, SyncPlace } from '../../sync';

export type { SyncPlace, SyncStatus, WebdavPlace } from '../../sync';

/** What a test of a place found. A test writes one file, reads it back and removes it. */
export interface PlaceReport {
  /** Files of Tessera that are there already: then this browser should join, not begin anew. */
  readonly files: number;
}

export interface SyncDevice {
  /** The replica's id. */
  readonly id: string;
  readonly name: string;
  /** The version of Tessera on it. */
  readonly app: string;
  /** Milliseconds since the Unix epoch. */
  readonly lastSeen: number;
  /** How far its clock is ahead, in milliseconds. Worth a word beyond 24 h either way. */
  readonly clockOff: number;
}

/** One of several versions that devices wrote without having seen each other. */
export interface ConflictVersion {
  /** Names the version; null for the one in force. */
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
  /** The one in force first. */
  readonly versions: readonly ConflictVersion[];
}

/** An entry by name. */
export interface NamedEntry {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
}

/** Everything that the page shows of a sync that is set up. */
export interface SyncView {
  /** Without the password. */
  readonly place:
    | { readonly kind: 'webdav'; readonly address: string; readonly user: string }
    | { readonly kind: 'folder'; readonly name: string }
    | { readonly kind: 'browser' };
  /** What the other devices call this one. */
  readonly name: string;
  readonly paused: boolean;
  readonly running: boolean;
  /** When a round last ended well, in milliseconds since the Unix epoch, or null. */
  readonly lastRound: number | null;
  readonly failure: SyncFailure | null;
  /** The others, the one seen last first. */
  readonly devices: readonly SyncDevice[];
  readonly conflicts: readonly SyncConflict[];
  /** Accounts with the same secret under two ids. The first is kept when they are joined. */
  readonly twice: readonly (readonly [NamedEntry, NamedEntry])[];
  /** Entries that only this device has, after it was away for more than 180 days: the user chooses. */
  readonly strangers: readonly NamedEntry[] | null;
  /** Entries that were kept because they were edited here while another device deleted them permanently. */
  readonly again: readonly NamedEntry[];
  /** The store went back to an older state; it was put right. */
  readonly wentBack: boolean;
  /** Devices whose newest file doesn't open, by name. */
  readonly unreadable: readonly string[];
  /** Bytes of this set's files in the store, as the last round saw them; null before the first. */
  readonly bytesUsed: number | null;
}

/** Off, or not allowed: `forbidden` by the administrator; `fixedAddress` is the one address that may be used. */
export interface SyncOverview {
  readonly forbidden: boolean;
  readonly fixedAddress: string | null;
  /** Null where sync is not set up. */
  readonly view: SyncView | null;
}

/** The device that shows the code. */
export type PairingState =
  | { readonly state: 'waiting'; readonly expiresAt: number }
  /** The other device is there: the user compares the digits and confirms or cancels. */
  | { readonly state: 'digits'; readonly digits: string; readonly name: string }
  /** The key is handed over; the other device fetches it. */
  | { readonly state: 'confirmed' }
  | { readonly state: 'joined' }
  | { readonly state: 'expired' };

/** The device that scanned or pasted the code. */
export type JoinState =
  /** Waits for the other device to notice. */
  | { readonly state: 'waiting' }
  /** The user compares the digits; the other device confirms. */
  | { readonly state: 'digits'; readonly digits: string }
  /** The key is here. `finishJoin` needs an unlocked vault. */
  | { readonly state: 'ready' }
  | { readonly state: 'refused' }
  | { readonly state: 'expired' };

/** What a pairing code says, for the page to ask for the permission and a password that it leaves out. */
export interface JoinOffer {
  readonly place: SyncPlace;
  /** Whether the password must be typed. */
  readonly needsPassword: boolean;
}

/**
 * Sync as pages see it. It lives in the background; a page's calls are messages. Every call may throw an
 * `AppError`: `vault/locked`, or one of `sync/…`.
 */
export interface SyncService {
  overview(): Promise<SyncOverview>;
  /** The browser's permission for the address must be there before; see `originPermission`. */
  test(place: SyncPlace): Promise<PlaceReport>;
  /** Begins a new set of devices, and returns the recovery key: 32 letters in groups, shown once. */
  connect(place: SyncPlace, name: string): Promise<{ readonly recoveryKey: string }>;
  /** Other access to the same files. */
  changePlace(place: SyncPlace): Promise<void>;
  /** One round now; resolves at its end, also where it failed: then `failure` says why. */
  syncNow(): Promise<void>;
  pause(paused: boolean): Promise<void>;
  rename(name: string): Promise<void>;
  /** Ends sync here. `removeFiles`: also this device's files in the store. The accounts stay. */
  stop(removeFiles: boolean): Promise<void>;
  /** A new set and key: all other devices must pair again. Returns a new recovery key. */
  removeDevice(id: string): Promise<{ readonly recoveryKey: string }>;
  /** Makes a new recovery key; the one before ends. */
  renewRecoveryKey(): Promise<{ readonly recoveryKey: string }>;

  /** `withPassword`: whether the code holds the app password. Only for WebDAV. */
  startPairing(withPassword: boolean): Promise<{ readonly text: string }>;
  /** To be asked every two seconds while the code is shown. */
  pollPairing(): Promise<PairingState>;
  confirmPairing(): Promise<void>;
  cancelPairing(): Promise<void>;

  /** Throws `sync/bad-pairing`. Needs no vault. */
  readCode(text: string): Promise<JoinOffer>;
  /** Needs no vault. `password` for a code without one; `name` for this device. */
  startJoin(text: string, password: string | null, name: string): Promise<void>;
  /** To be asked every two seconds. */
  pollJoin(): Promise<JoinState>;
  /** Joins with the set's recovery key, where no other device is left. Needs no vault; then `finishJoin`. */
  recover(place: SyncPlace, recoveryKey: string, name: string): Promise<void>;
  /** Sets sync up in the unlocked vault and runs the first round: the accounts are there when it resolves. */
  finishJoin(): Promise<void>;
  cancelJoin(): Promise<void>;

  /** Ends a conflict with one of its versions; null for the one in force. */
  resolve(id: string, part: 'otp' | 'codes', stamp: string | null): Promise<void>;
  /** Joins two entries of the same secret: the second goes to the trash, its uses stay. */
  joinTwice(kept: string, other: string): Promise<void>;
  /** After a long absence: what to keep of `strangers`; the rest goes to the trash. */
  keepStrangers(ids: readonly string[]): Promise<void>;
  /** Publishes again into a folder that was emptied. */
  republish(): Promise<void>;
  /** Drops the notices of `again` and `wentBack`. */
  dismiss(): Promise<void>;
}
