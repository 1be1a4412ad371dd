import type { Sealed } from '../mechanism/Sealed';

export interface User {
  readonly id: string;
  readonly email: string;
  /** The address with A-Z in lower case, by which an account is found. */
  readonly emailKey: string;
  readonly name: string;
  readonly emailVerifiedAt: number | null;
  readonly method: 'password' | 'google';
  /** A PHC string, or null for Google. */
  readonly passwordHash: string | null;
  /** Whether it is too short without a second factor. */
  readonly passwordShort: boolean;
  /** The identity provider's own id of the person, never the address. */
  readonly googleSub: string | null;
  readonly createdAt: number;
  /** When the first session began; null until sign-up is finished. */
  readonly completedAt: number | null;
  readonly disabledAt: number | null;
  /** The workspace whose invitation created the account; null if it has its own workspace. */
  readonly homeId: string | null;
  /** When an unfinished sign-up is deleted; null once it is finished. */
  readonly purgeAt: number | null;
  /** Labels of devices that signed in. */
  readonly devices: readonly string[];
  /** Hashes of the client ids that signed in, which strangers can't lock out. */
  readonly clients: readonly string[];
  /** Counts changes of the Security tab. */
  readonly version: number;
}

export interface BackupCodeSet {
  /** The PHC parameters and salt that all codes of the set share. */
  readonly phc: string;
  /** Hashes of the remaining codes. */
  readonly hashes: readonly string[];
  /** False until the page confirms that the person saw them: the next sign-in then shows a new set. */
  readonly shown: boolean;
}

/** The second factor of a user. Without a record, it is off. */
export interface Factor {
  readonly userId: string;
  /** `invited` and `reset`: the secret was mailed and has not been used. */
  readonly state: 'on' | 'invited' | 'reset';
  readonly secret: Sealed;
  /** The highest accepted time step: only a higher one is accepted next. */
  readonly lastStep: number;
  readonly backup: BackupCodeSet | null;
  readonly since: number;
  /** When a mailed secret expires; null otherwise. */
  readonly expiresAt: number | null;
  /** The secret was mailed and should be replaced. */
  readonly mailed: boolean;
  /** When a used code was last tried again. */
  readonly replayedAt: number | null;
}

/** A setup that was begun and not verified. */
export interface Pending {
  readonly userId: string;
  readonly enrolment: string;
  /** The session or sign-up challenge that began it. */
  readonly holder: string;
  readonly secret: Sealed;
  readonly backup: BackupCodeSet;
  /** Whether it replaces an authenticator that is on. */
  readonly replace: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface Session {
  readonly id: string;
  readonly tokenHash: string;
  /** The previous token, until the new one is used: a response may get lost. */
  readonly previousHash: string | null;
  readonly userId: string;
  /** The browser that used it last: its label, the hash of its client id and, on a server, its address. */
  readonly device: string;
  readonly client: string | null;
  readonly address: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** The idle or the absolute end, whichever comes first. */
  readonly expiresAt: number;
  /** The last proof by password or Google. */
  readonly authAt: number;
  /** The last proof by code or backup code; 0 for none. */
  readonly factorAt: number;
  readonly workspaceId: string | null;
}

/** A sign-in that waits for its second factor. */
export interface Challenge {
  readonly tokenHash: string;
  readonly id: string;
  readonly userId: string;
  /** `set-up`: a new member under enforcement must set up 2FA before the first session. */
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
  /** Whom or what it concerns, for ending it early: a user's id or an address's key. */
  readonly about: string;
}

/** The target of a mailed link or an assertion of the simulated Google. Single use. */
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
