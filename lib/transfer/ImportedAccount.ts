import type { ErrorCode, ErrorFacts } from '../errors';
import type { OtpAccount } from '../otp';

/** One account of a file, in the shape that the vault imports. */
export interface ImportedAccount extends OtpAccount {
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly pinned?: boolean;
  /** Hosts that the file links to this account, in ASCII (punycode) form. */
  readonly hosts?: readonly string[];
  /** The simple-icons slug of the icon that the file names. */
  readonly icon?: string;
}

/** A row that wasn't imported. `name` identifies the row for the user and never holds a secret. */
export interface UnreadableRow {
  readonly name: string;
  readonly reason: ErrorCode;
  readonly facts: ErrorFacts;
}

/** A message to the user about a file as a whole. */
export interface ImportNote {
  readonly code:
    | 'newer-schema'
    | 'guessed-encoding'
    | 'columns-ignored'
    | 'items-without-code'
    | 'in-trash'
    | 'pictures-ignored'
    | 'lines-ignored'
    | 'members-skipped';
  /** Counts, versions, encodings or names for the message. Never secrets. */
  readonly facts: ErrorFacts;
}

/** The rows of a file, in their order. */
export interface Rows {
  readonly accounts: readonly ImportedAccount[];
  readonly unreadable: readonly UnreadableRow[];
  readonly notes?: readonly ImportNote[];
}
