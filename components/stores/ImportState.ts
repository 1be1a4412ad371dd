import type {
  ColumnMapping,
  ImportedAccount,
  ImportNote,
  ReadResult,
  Table,
  UnreadableRow,
} from '../../lib/transfer';
import type { Candidate } from '../../lib/authenticator/import';

/** A dropped, chosen or pasted input. The name of pasted text is empty. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One account of the preview. */
export interface ImportRow extends Candidate {
  /** The app or format of the account's file. */
  readonly app: string;
  /**
   * The name of an equal account earlier in this import, if this account was deselected as a duplicate. Otherwise
   * null.
   */
  readonly repeats: string | null;
}

export interface ImportPreview {
  readonly step: 'preview';
  readonly rows: readonly ImportRow[];
  readonly unreadable: readonly UnreadableRow[];
  readonly notes: readonly ImportNote[];
  /** Number of QR codes of Google's exports that are still missing. */
  readonly missing: number;
}

export type ImportState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading';
      readonly name: string;
      /** Expected duration of the current key derivation in milliseconds, or null if unknown. */
      readonly estimate: number | null;
    }
  | {
      readonly step: 'password';
      readonly name: string;
      readonly app: string;
      /** Whether the app is only a guess, because the file has no header. */
      readonly isGuess: boolean;
      /** Whether the file may open with a key file or an empty password. */
      readonly takesKeyFile: boolean;
      /** Whether the last password or key file didn't open the file. */
      readonly wrong: boolean;
      /** Whether the import has other files, so that this file can be skipped. */
      readonly canSkip: boolean;
    }
  /** The user must choose the roles of a table's columns. */
  | {
      readonly step: 'columns';
      readonly name: string;
      readonly app: string;
      readonly table: Table;
      /** The column of each role, as guessed, remembered or chosen so far. */
      readonly mapping: ColumnMapping;
      /** Whether the mapping began as the user's choice for an earlier table with these columns. */
      readonly isRemembered: boolean;
      /** The first accounts of the table by the current mapping, so that the user can check their codes. */
      readonly accounts: readonly ImportedAccount[];
      /** Number of readable rows. `unreadable` is the number of the other rows. */
      readonly read: number;
      readonly unreadable: number;
      readonly canSkip: boolean;
    }
  | ImportPreview
  /** The file is a backup of Tessera, which is restored instead of imported. */
  | { readonly step: 'backup'; readonly file: ImportFile }
  | { readonly step: 'failed'; readonly name: string; readonly error: unknown };

/** The reading of one file, kept until all files are read. */
export type FileReading = Extract<ReadResult, { kind: 'read' }>;
