import type { Sealed } from './mechanism/Sealed';

/** All times are milliseconds since the Unix epoch, by the demo clock; hashes and ids are base64url. */

export interface User {
  readonly id: string;
  readonly email: string;
  /** The address with A-Z in lower case: what an account is found by. */
  readonly emailKey: string;
  readonly name: string;
  readonly emailVerifiedAt: number | null;
  readonly method: 'password' | 'google';
  /** A PHC string, or null for Google. */
  readonly passwordHash: string | null;
  /** Shorter than a password that stands alone has to be. */
  readonly passwordShort: boolean;
  /** The identity provider's own id of the person, never the address. */
  readonly googleSub: string | null;
  readonly createdAt: number;
  /** When the first session began; null while sign-up is not finished. */
  readonly completedAt: number | null;
  readonly disabledAt: number | null;
  /** The workspace whose invitation made the account; null for an account of its own. */
  readonly homeId: string | null;
  /** When an unfinished sign-up is purged; null once it is finished. */
  readonly purgeAt: number | null;
  /** Labels of devices that signed in. */
  readonly devices: readonly string[];
  /** Hashes of the client ids that signed in: what strangers do doesn't lock them out. */
  readonly clients: readonly string[];
  /** Counts changes of what the Security tab shows. */
  readonly version: number;
}

export interface BackupCodeSet {
  /** The PHC parameters and salt that all codes of the set share. */
  readonly phc: string;
  /** Hashes of the codes that are left. */
  readonly hashes: readonly string[];
  /** False until the page says that the person saw them: the next sign-in shows a new set. */
  readonly shown: boolean;
}

/** The one second factor of a user; OFF is no record. */
export interface Factor {
  readonly userId: string;
  /** `invited` and `reset`: the secret was mailed and has not been used. */
  readonly state: 'on' | 'invited' | 'reset';
  readonly secret: Sealed;
  /** The highest time step that was accepted: only a higher one passes. */
  readonly lastStep: number;
  readonly backup: BackupCodeSet | null;
  readonly since: number;
  /** End of a mailed secret; null otherwise. */
  readonly expiresAt: number | null;
  /** The secret went through a mailbox: better replaced. */
  readonly mailed: boolean;
  /** When a used code was last tried again. */
  readonly replayedAt: number | null;
}

/** A set-up that was begun and not verified. */
export interface Pending {
  readonly userId: string;
  readonly enrolment: string;
  /** The session or the sign-up's challenge that began it. */
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
  /** The token before, until the new one was used: a response may get lost on its way. */
  readonly previousHash: string | null;
  readonly userId: string;
  /** The browser that used it last: its label, its client id's hash and, on a server, its address. */
  readonly device: string;
  readonly client: string | null;
  readonly address: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** The idle or the absolute end, whichever comes first. */
  readonly expiresAt: number;
  /** Last proof by password or Google. */
  readonly authAt: number;
  /** Last proof by code or backup code; 0 for none. */
  readonly factorAt: number;
  readonly workspaceId: string | null;
}

/** A sign-in that waits for its second factor. */
export interface Challenge {
  readonly tokenHash: string;
  readonly id: string;
  readonly userId: string;
  /** `set-up`: a new member under enforcement has to enrol before the first session. */
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
  /** Whom or what it concerns, to end it early: a user's id or an address's key. */
  readonly about: string;
}

/** What a mailed link or the pretend Google stands for: single use. */
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

/** A workspace's invitation of an address, whether or not it has an account. One per workspace and address. */
export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly emailKey: string;
  readonly email: string;
  /** Hash of the mailed link's token: only the newest mail's link works. */
  readonly hash: string;
  /** Name of the person who invites. */
  readonly invitedBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Workspace and address, in which order lists are read. */
  readonly order: string;
}

/** Wrong tries against one thing, and what follows from them. */
export interface Lock {
  readonly id: string;
  /** Times of those that count towards the next lock. */
  readonly strikes: readonly number[];
  /** In a row, through all locks. */
  readonly total: number;
  /** How many locks there were; each is twice as long. */
  readonly level: number;
  readonly lockedUntil: number;
  readonly lastAt: number;
  readonly expiresAt: number;
  /** The last try, where the address has no account: only so many of these rows are kept. */
  readonly strangerAt: number | null;
}

export interface Limit {
  readonly id: string;
  readonly hits: readonly number[];
  readonly expiresAt: number;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly enforced: boolean;
  readonly createdAt: number;
  /** Counts changes of its settings and groups. */
  readonly version: number;
}

export interface Membership {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly joinedAt: number;
  /** Workspace and address, in which order lists are read. */
  readonly order: string;
}

/** Kept counts of a workspace's members. */
export interface Counts {
  /** The workspace's id. */
  readonly id: string;
  readonly members: number;
  /** Members who can sign in and have no second factor that works. */
  readonly withoutTwoFactor: number;
  /** Those of them whom enforcement mails a secret: the workspace is their home, the address is verified. */
  readonly toMail: number;
}

/** What enforcement still has to do to a workspace's members, in batches. */
export interface Job {
  /** The workspace's id: a newer job replaces an older one. */
  readonly id: string;
  readonly kind: 'invite' | 'release';
  /** The `order` of the last membership that is done. */
  readonly after: string;
  readonly startedAt: number;
  readonly done: number;
  readonly total: number;
}

export interface Group {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly manageAccount: boolean;
  readonly members: readonly string[];
}

export const mailKinds = [
  'verify-address',
  'address-in-use',
  'workspace-invite',
  'workspace-joined',
  'removed-from-workspace',
  'account-disabled',
  'account-deleted',
  'password-changed',
  'reset-asked',
  'reset-by-google',
  'reset-done',
  'two-factor-on',
  'two-factor-off',
  'backup-codes-made',
  'backup-code-used',
  'new-device',
  'locked',
  'code-replayed',
  'clock-set-back',
  'sessions-ended',
  'enforcement-invite',
  'enforcement-off',
  'admin-reset',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** What only the mailbox's owner may read: sealed at rest. */
export interface MailSecret {
  /** Where a link leads: the page's fragment, token included. */
  readonly link?: string;
  readonly otpauth?: string;
  readonly secretKey?: string;
}

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly toKey: string;
  /** Address and id, in which order a mailbox is read. */
  readonly order: string;
  readonly at: number;
  readonly kind: MailKind;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly sealed: Sealed | null;
}

/** What the list of mailboxes shows of one. */
export interface Mailbox {
  /** The address's key. */
  readonly id: string;
  readonly address: string;
  readonly count: number;
  readonly newestAt: number | null;
  /** Newest mail and address, in which order the list is read backwards. */
  readonly order: string;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  readonly event: string;
  /** `ok` or the refusal's code. */
  readonly outcome: string;
  /** User ids; null when nobody is known. */
  readonly actor: string | null;
  readonly subject: string | null;
  readonly workspaceId: string | null;
  /** How it was proven: password, google, code, backup-code, link. */
  readonly method: string | null;
  readonly sessionId: string | null;
  /**
   * Where admins read it, each with the id behind: the workspace, or the home of the person whom a personal
   * entry is about; that and the event's kind; that and the subject; that and the actor.
   */
  readonly scope: string | null;
  readonly scopeKind: string | null;
  readonly scopeSubject: string | null;
  readonly scopeActor: string | null;
}

/** A password that was made at first run, for the page to show while it is good. */
export interface DemoPassword {
  readonly userId: string;
  readonly sealed: Sealed;
}

export interface SealingKey {
  readonly id: string;
  /** AES-256-GCM, not extractable. */
  readonly key: CryptoKey;
}

/** Facts about the demo itself: the clock's offset in ms, commands so far, when the people were signed up, lock rows of addresses without an account. */
export interface Meta {
  readonly id: 'clock' | 'sequence' | 'seeded' | 'strangers';
  readonly value: number;
}
