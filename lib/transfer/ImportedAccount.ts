import type { ErrorCode, ErrorFacts } from '../errors';
import type { OtpAccount } from '../otp';

/** One account as a file tells of it; the vault takes it as it is. */
export interface ImportedAccount extends OtpAccount {
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly pinned?: boolean;
  /** Hosts that the file binds to this account, in ASCII (punycode) form. */
  readonly hosts?: readonly string[];
  /** The slug that simple-icons would have for the icon that the file names. */
  readonly icon?: string;
}

/** A row of a file that gave no account, with what tells a person which one it was. Never a secret. */
export interface UnreadableRow {
  readonly name: string;
  readonly reason: ErrorCode;
  readonly facts: ErrorFacts;
}

/** What a file held, row by row in its own order. */
export interface Rows {
  readonly accounts: readonly ImportedAccount[];
  readonly unreadable: readonly UnreadableRow[];
}
