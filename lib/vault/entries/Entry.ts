import type { Otp } from '../../otp';

/** A single-use backup code of a site. */
export interface BackupCode {
  readonly code: string;
  /** When the code was used, in milliseconds since the Unix epoch; null while it is unused. */
  readonly usedAt: number | null;
}

/** The fields of an entry that a person, a scan or an import sets. The vault adds the other fields. */
export interface EntryDraft {
  readonly issuer: string;
  readonly account: string;
  readonly otp: Otp;
  readonly backupCodes?: readonly BackupCode[];
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly pinned?: boolean;
  /** Hosts that the user linked to this entry, in ASCII (punycode) form. */
  readonly hosts?: readonly string[];
  /**
   * A slug of simple-icons, such as `github`. An empty text means the icon of the issuer's exact name; `none`
   * means a letter. A slug without a packaged icon falls back to the issuer's icon, so importers don't need to
   * know the packaged icons.
   */
  readonly icon?: string;
}

/** One credential in the vault. All times are milliseconds since the Unix epoch. */
export interface Entry extends Required<EntryDraft> {
  /** Id of the entry: 16 random bytes as base64url. */
  readonly id: string;
  /** Sort key of the manual order. Fractions are allowed. */
  readonly position: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly usedAt: number | null;
  readonly useCount: number;
  /** When the entry was moved to the trash, or null. */
  readonly deletedAt: number | null;
  /**
   * When and on which device each part was last written. Maintained by `EntryMerging`. Absent in entries of older
   * formats.
   */
  readonly sync?: unknown;
}

/** An entry as shown in lists, without its secret and backup codes. */
export interface EntrySummary extends Omit<Entry, 'otp' | 'backupCodes' | 'sync'> {
  readonly otp: Omit<Otp, 'secret' | 'pin'>;
  readonly backupCodesLeft: number;
  readonly backupCodesTotal: number;
}
