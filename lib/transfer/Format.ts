import type { Derive, Random } from '../crypto';
import type { MigrationBatch } from './formats/googleMigration';
import type { ImportedAccount, Rows } from './ImportedAccount';
import type { SourceFile } from './SourceFile';
import type { ColumnMapping, Table } from './table/Table';

/** The tools that a format may need to read a file. */
export interface ReadTools {
  /** The password that the user entered, or null. */
  readonly password: string | null;
  /** The key file of a KeePass database, or null if the user chose none. */
  readonly keyFile?: Uint8Array<ArrayBuffer> | null;
  /** Derives keys and enforces the cost limits of `deriveWithinLimits`. */
  readonly derive: Derive;
  /** Returns the texts of all QR codes in an image file. Throws `scan/bad-image`. */
  readonly readQr: (picture: Uint8Array) => Promise<readonly string[]>;
}

/** The rows of a file. Readings of Google's QR codes also tell their position in the export. */
export interface Reading extends Rows {
  readonly batches?: readonly MigrationBatch[];
}

/** A table with unknown columns, and the best guess at their roles. */
export interface TableQuestion {
  readonly table: Table;
  readonly guess: ColumnMapping;
}

export interface WriteTools {
  /** The password for the file, or null to write it unencrypted. */
  readonly password: string | null;
  readonly derive: Derive;
  readonly random: Random;
  /** The time of the export, in milliseconds since the Unix epoch. */
  readonly now: number;
}

/** A file for another app. An unencrypted file contains the secrets. */
export interface Written {
  readonly name: string;
  readonly text: string;
  /** Accounts that the other app doesn't support and that are therefore not in the file. */
  readonly left: readonly ImportedAccount[];
}

/** The result of reading a file. Null if a password is needed and `tools` has no password. */
export type Outcome = Reading | TableQuestion | null;

/**
 * A file format for accounts. A new format needs a file in `formats/`, its line in formats.ts, a fixture and a
 * README row.
 */
export interface Format {
  /** The app's or format's name, as in the README's table. */
  readonly app: string;
  /** Returns whether the file seems to have this format. Must be cheap. Never throws. */
  readonly recognize: (file: SourceFile) => boolean;
  /**
   * Reads a file that `recognize` accepted. Returns null if a password is needed and wasn't given. Throws
   * `format/wrong-password`, `format/damaged`, `format/too-new` or `format/cost-too-high`.
   */
  readonly read: (file: SourceFile, tools: ReadTools) => Promise<Outcome> | Outcome;
  /** Whether the file may open with a key file or an empty password. */
  readonly takesKeyFile?: boolean;
  /** Whether the format of an encrypted file is only a guess, made because no header says otherwise. */
  readonly isGuess?: (file: SourceFile) => boolean;
}
