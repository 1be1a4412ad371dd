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
  /** Labels of devices that signed in. */
  readonly devices: readonly string[];
  /** Counts changes of what the Security tab shows. */
  readonly version: number;
}

export interface BackupCodeSet {
  /** The PHC parameters and salt that all codes of the set share. */
  readonly phc: string;
  /** Hashes of the codes that are left. */
  readonly hashes: readonly string[];
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
}

/** A set-up that was begun and not verified. */
export interface Pending {
  readonly userId: string;
  readonly enrolment: string;
  /** The session or the sign-up's challenge that began it. */
  readonly holder: string;
  readonly secret: Sealed;
  readonly backup: BackupCodeSet;
  readonly expiresAt: number;
}

export interface Session {
  readonly id: string;
  readonly tokenHash: string;
  readonly userId: string;
  readonly device: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
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
    | { readonly kind: 'invite'; readonly email: string; readonly workspaceId: string }
  );

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
}

export interface Limit {
  readonly id: string;
  readonly hits: readonly number[];
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
  'added-to-workspace',
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
  readonly at: number;
  readonly kind: MailKind;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly sealed: Sealed | null;
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

/** Facts about the demo itself: the clock's offset in ms, commands so far, when the people were signed up. */
export interface Meta {
  readonly id: 'clock' | 'sequence' | 'seeded';
  readonly value: number;
}
