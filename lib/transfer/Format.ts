import type { Derive, Random } from '../crypto';
import type { MigrationBatch } from './formats/googleMigration';
import type { ImportedAccount, Rows } from './ImportedAccount';
import type { SourceFile } from './SourceFile';

/** What reading a file may need besides the file. */
export interface ReadTools {
  /** Null: none was given yet. */
  readonly password: string | null;
  /** Already bounded: see boundedDerive. */
  readonly derive: Derive;
  /** The texts of all QR codes on a picture file. Throws `scan/bad-image`. */
  readonly readQr: (picture: Uint8Array) => Promise<readonly string[]>;
}

/** What was read, and of Google's QR codes which of how many they were. */
export interface Reading extends Rows {
  readonly batches?: readonly MigrationBatch[];
}

export interface WriteTools {
  /** Null: in clear. */
  readonly password: string | null;
  readonly derive: Derive;
  readonly random: Random;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** A file for another app. In clear it holds the secrets. */
export interface Written {
  readonly name: string;
  readonly text: string;
  /** The accounts that the app can't keep and that are not in the file. */
  readonly left: readonly ImportedAccount[];
}

/** One app's export. A new one is a file in `formats/`, its line in formats.ts, a fixture and a README row. */
export interface Format {
  /** The name of the app, or what the format is called, as the README's table has it. */
  readonly app: string;
  /** A quick look that never throws. */
  readonly recognize: (file: SourceFile) => boolean;
  /**
   * Only for a file that was recognized. Null: it needs a password and `tools` has none. Throws
   * `format/wrong-password`, `format/damaged`, `format/too-new` or `format/cost-too-high`.
   */
  readonly read: (file: SourceFile, tools: ReadTools) => Promise<Reading | null> | Reading | null;
  readonly write?: (
    accounts: readonly ImportedAccount[],
    tools: WriteTools,
  ) => Promise<Written> | Written;
}
