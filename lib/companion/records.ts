import type { Sealed } from './mechanism/Sealed';

/** All times are milliseconds since the Unix epoch on the demo clock; hashes and ids are base64url. */

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
  /** Workspace and address, the order of lists. */
  readonly order: string;
}

/** Failed attempts against one target, and the lock that follows. */
export interface Lock {
  readonly id: string;
  /** Times of the failures that count towards the next lock. */
  readonly strikes: readonly number[];
  /** Failures in a row, across all locks. */
  readonly total: number;
  /** The number of locks. Each is twice as long as the one before. */
  readonly level: number;
  readonly lockedUntil: number;
  readonly lastAt: number;
  readonly expiresAt: number;
  /** The last attempt if the address has no account: the number of these rows is limited. */
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
  /** Workspace and address, the order of lists. */
  readonly order: string;
}

/** Stored counts of a workspace's members. */
export interface Counts {
  /** The workspace's id. */
  readonly id: string;
  readonly members: number;
  /** Members who can sign in and have no active second factor. */
  readonly withoutTwoFactor: number;
  /** Those of them whom enforcement mails a secret: the workspace is their home, and the address is verified. */
  readonly toMail: number;
}

/** What enforcement still has to do for a workspace's members, in batches. */
export interface Job {
  /** The workspace's id: a newer job replaces an older one. */
  readonly id: string;
  readonly kind: 'invite' | 'release';
  /** The `order` of the last processed membership. */
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

/** What only the mailbox's owner may read. Sealed at rest. */
export interface MailSecret {
  /** Where a link leads: the page's fragment with the token. */
  readonly link?: string;
  readonly otpauth?: string;
  readonly secretKey?: string;
}

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly toKey: string;
  /** Address and id, the order of a mailbox. */
  readonly order: string;
  readonly at: number;
  readonly kind: MailKind;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly sealed: Sealed | null;
}

/** A row of the list of mailboxes. */
export interface Mailbox {
  /** The address's key. */
  readonly id: string;
  readonly address: string;
  readonly count: number;
  readonly newestAt: number | null;
  /** Newest mail and address. The list is read backwards in this order. */
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
  /** The proof: password, google, code, backup-code or link. */
  readonly method: string | null;
  readonly sessionId: string | null;
  /**
   * The logs that show it, each with its id: the workspace, or the home of the person that a personal entry is about;
   * the same with the event's kind; with the subject; with the actor.
   */
  readonly scope: string | null;
  readonly scopeKind: string | null;
  readonly scopeSubject: string | null;
  readonly scopeActor: string | null;
}

/** A generated password of a demo person, shown on the page while it is valid. */
export interface DemoPassword {
  readonly userId: string;
  readonly sealed: Sealed;
}

export interface SealingKey {
  readonly id: string;
  /** AES-256-GCM, not extractable. */
  readonly key: CryptoKey;
}

/**
 * Facts about the demo: the clock's offset in ms, the number of commands, when the people were created, and the number
 * of locks of addresses without an account.
 */
export interface Meta {
  readonly id: 'clock' | 'sequence' | 'seeded' | 'strangers';
  readonly value: number;
}
