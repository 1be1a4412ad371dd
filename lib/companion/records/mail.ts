import type { Sealed } from '../mechanism/Sealed';

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

/** The part of a mail that only the mailbox's owner may read. Sealed at rest. */
export interface MailSecret {
  /** The URL fragment that a mailed link opens, with the token. */
  readonly link?: string;
  readonly otpauth?: string;
  readonly secretKey?: string;
}

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly toKey: string;
  /** Sort key of a mailbox: address key and mail id. */
  readonly order: string;
  readonly at: number;
  readonly kind: MailKind;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly sealed: Sealed | null;
}

/** One row of the list of mailboxes. */
export interface Mailbox {
  /** The mailbox's address key. */
  readonly id: string;
  readonly address: string;
  readonly count: number;
  readonly newestAt: number | null;
  /**
   * Sort key of the list of mailboxes: the time of the newest mail and the address key. The list is read
   * backwards.
   */
  readonly order: string;
}
