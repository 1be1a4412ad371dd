import type { Derive, Random } from '../crypto';
import type { MigrationBatch } from './formats/googleMigration';
import type { ImportedAccount, Rows } from './ImportedAccount';
import type { SourceFile } from './SourceFile';
import type { ColumnMapping, Table } from './table/Table';

/** What reading a file may need besides the file. */
export interface ReadTools {
  /** Null until the user gave one. */
  readonly password: string | null;
  /** A KeePass database's key file; null if the user gave none. */
  readonly keyFile?: Uint8Array<ArrayBuffer> | null;
  /** Enforces cost limits: see deriveWithinLimits. */
  readonly derive: Derive;
  /** Returns the texts of all QR codes on an image file. Throws `scan/bad-image`. */
  readonly readQr: (picture: Uint8Array) => Promise<readonly string[]>;
}

/** The rows of a file and, for Google's QR codes, their position in the export. */
export interface Reading extends Rows {
  readonly batches?: readonly MigrationBatch[];
}

/** A table whose columns aren't known, with the best guess. */
export interface TableQuestion {
  readonly table: Table;
  readonly guess: ColumnMapping;
}

export interface WriteTools {
  /** Null writes the file unencrypted. */
  readonly password: string | null;
  readonly derive: Derive;
  readonly random: Random;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** A file for another app. Unencrypted ones contain the secrets. */
export interface Written {
  readonly name: string;
  readonly text: string;
  /** Accounts that the other app doesn't support. They aren't in the file. */
  readonly left: readonly ImportedAccount[];
}

/** Null: a password is needed and `tools` has none. */
export type Outcome = Reading | TableQuestion | null;

/** One app's export. A new one is a file in `formats/`, its line in formats.ts, a fixture and a README row. */
export interface Format {
  /** The app's or format's name, as in the README's table. */
  readonly app: string;
  /** A cheap check. Never throws. */
  readonly recognize: (file: SourceFile) => boolean;
  /**
   * Reads a file that `recognize` accepted. Returns null if a password is needed and wasn't given. Throws
   * `format/wrong-password`, `format/damaged`, `format/too-new` or `format/cost-too-high`.
   */
  readonly read: (file: SourceFile, tools: ReadTools) => Promise<Outcome> | Outcome;
  /** Whether an empty password or a key file may open it. */
  readonly takesKeyFile?: boolean;
  /** Whether only the missing header suggests this format for an encrypted file. */
  readonly isGuess?: (file: SourceFile) => boolean;
  readonly write?: (
    accounts: readonly ImportedAccount[],
    tools: WriteTools,
  ) => Promise<Written> | Written;
}
