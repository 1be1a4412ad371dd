import type { Sealed } from '../mechanism/Sealed';

export interface User {
  readonly id: string;
  readonly email: string;
  /** The address with A-Z in lower case. Accounts are found by this key. */
  readonly emailKey: string;
  readonly name: string;
  readonly emailVerifiedAt: number | null;
  readonly method: 'password' | 'google';
  /** A PHC string, or null for an account that signs in by Google. */
  readonly passwordHash: string | null;
  /** Whether the password is too short for an account without a second factor. */
  readonly passwordShort: boolean;
  /** The person's id at the identity provider, never the address. */
  readonly googleSub: string | null;
  readonly createdAt: number;
  /** When the first session began; null until sign-up is finished. */
  readonly completedAt: number | null;
  readonly disabledAt: number | null;
  /**
   * The workspace that invited this account, whose admins manage the account. Null for an account with its own
   * workspace, and after the account has left its home.
   */
  readonly homeId: string | null;
  /** When an unfinished sign-up is deleted; null once sign-up is finished. */
  readonly purgeAt: number | null;
  /** Labels of the devices that signed in. */
  readonly devices: readonly string[];
  /** Hashes of the client ids that signed in. Failures of other clients don't lock out these clients. */
  readonly clients: readonly string[];
  /** Incremented by every change on the Security tab and the profile, so that outdated forms are rejected. */
  readonly version: number;
}

export interface BackupCodeSet {
  /** Costs and salt that all codes of the set share, as the beginning of a PHC string. */
  readonly phc: string;
  /** Hashes of the remaining codes. */
  readonly hashes: readonly string[];
  /** Whether a page confirmed that the person saw the codes. Until then, the next sign-in shows a new set. */
  readonly shown: boolean;
}

/** A user's second factor. Users without this record have no second factor. */
export interface Factor {
  readonly userId: string;
  /**
   * `invited` (by enforcement) and `reset` (by an admin): the secret was mailed, and no code of the secret was
   * entered yet.
   */
  readonly state: 'on' | 'invited' | 'reset';
  readonly secret: Sealed;
  /** The highest accepted time step. Codes of this step and earlier steps are rejected. */
  readonly lastStep: number;
  readonly backup: BackupCodeSet | null;
  readonly since: number;
  /** When a mailed secret expires; null otherwise. */
  readonly expiresAt: number | null;
  /** Whether the secret was mailed. A mailed secret should be replaced. */
  readonly mailed: boolean;
  /** When a used code was last tried again, or null. */
  readonly replayedAt: number | null;
}

/** A setup whose code hasn't been verified yet. */
export interface Pending {
  readonly userId: string;
  readonly enrolment: string;
  /** Id of the session or sign-up challenge that began the setup. */
  readonly holder: string;
  readonly secret: Sealed;
  readonly backup: BackupCodeSet;
  /** Whether the setup replaces an active authenticator. */
  readonly replace: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface Session {
  readonly id: string;
  readonly tokenHash: string;
  /**
   * Hash of the previous token, which stays valid until the new token is used, because a response may get lost.
   */
  readonly previousHash: string | null;
  readonly userId: string;
  /**
   * The browser that last used the session: its label, the hash of its client id and, on a server, its network
   * address.
   */
  readonly device: string;
  readonly client: string | null;
  readonly address: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** When the session reaches its idle limit or its absolute limit, whichever is earlier. */
  readonly expiresAt: number;
  /** When the person last proved their identity by password or Google. */
  readonly authAt: number;
  /** When the person last entered a code or backup code; 0 if never. */
  readonly factorAt: number;
  readonly workspaceId: string | null;
}

/** A sign-in that waits for the second factor. */
export interface Challenge {
  readonly tokenHash: string;
  readonly id: string;
  readonly userId: string;
  /** `set-up`: a new member must set up 2FA before the first session, because the home requires it. */
  readonly kind: 'code' | 'set-up';
  readonly tries: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly device: string;
}

interface MailedLink {
  readonly hash: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** The user's id, the address's key or the Google id that the token belongs to. Used to void tokens early. */
  readonly about: string;
}

/** A single-use token: the token of a mailed link, or an assertion of the simulated Google. */
export type Token = MailedLink &
  (
    | { readonly kind: 'reset' }
    | { readonly kind: 'verify-email' }
    | { readonly kind: 'google' }
    | {
        readonly kind: 'sign-up';
        readonly email: string;
        readonly name: string;
        readonly passwordHash: string;
      }
  );
