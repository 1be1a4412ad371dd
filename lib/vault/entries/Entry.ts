import type { Otp } from '../../otp';

/** A single-use code that a site gave its user. */
export interface BackupCode {
  readonly code: string;
  /** Milliseconds since the Unix epoch, or null while unused. */
  readonly usedAt: number | null;
}

/** What a person, a scan or an import says of an entry; the vault adds the rest. */
export interface EntryDraft {
  readonly issuer: string;
  readonly account: string;
  readonly otp: Otp;
  readonly backupCodes?: readonly BackupCode[];
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly pinned?: boolean;
  /** Hosts that the user bound to this entry, in ASCII (punycode) form. */
  readonly hosts?: readonly string[];
  /**
   * A slug of simple-icons, such as `github`; empty for the icon of the issuer's exact name; `none` for a letter.
   * A slug that is not packaged falls back to the issuer's icon, so importers need not know which ones are.
   */
  readonly icon?: string;
}

/** One credential in the vault. All times are milliseconds since the Unix epoch. */
export interface Entry extends Required<EntryDraft> {
  /** 16 random bytes as base64url. */
  readonly id: string;
  /** Its place in the manual order; fractions are allowed. */
  readonly position: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly usedAt: number | null;
  readonly useCount: number;
  /** When it went to the trash, or null. */
  readonly deletedAt: number | null;
  /** When each part was written and by whom, as `EntryMerging` keeps it; absent in entries of older formats. */
  readonly sync?: unknown;
}

/** An entry as lists show it: no secret and no backup code in it. */
export interface EntrySummary extends Omit<Entry, 'otp' | 'backupCodes' | 'sync'> {
  readonly otp: Omit<Otp, 'secret' | 'pin'>;
  readonly backupCodesLeft: number;
  readonly backupCodesTotal: number;
}
