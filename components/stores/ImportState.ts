import type {
  ColumnMapping,
  ImportedAccount,
  ImportNote,
  ReadResult,
  Table,
  UnreadableRow,
} from '../../lib/transfer';
import type { Candidate } from '../../lib/authenticator/import';

/** A dropped, picked or pasted input. The name of pasted text is empty. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One account of the preview. */
export interface ImportRow extends Candidate {
  /** The app or format of its file. */
  readonly app: string;
  /** If it was deselected as a duplicate: the name of the same account in this import. */
  readonly repeats: string | null;
}

export interface ImportPreview {
  readonly step: 'preview';
  readonly rows: readonly ImportRow[];
  readonly unreadable: readonly UnreadableRow[];
  readonly notes: readonly ImportNote[];
  /** How many QR codes of Google's exports are still missing. */
  readonly missing: number;
}

export type ImportState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading';
      readonly name: string;
      /** How long the current derivation may take, in milliseconds; null if unknown. */
      readonly estimate: number | null;
    }
  | {
      readonly step: 'password';
      readonly name: string;
      readonly app: string;
      /** Whether the app is only a guess, because the file has no header. */
      readonly isGuess: boolean;
      /** Whether a key file may be needed too, and the password may be empty. */
      readonly takesKeyFile: boolean;
      /** Whether the last entry didn't open it. */
      readonly wrong: boolean;
      /** Whether there are other files, so that this one can be skipped. */
      readonly canSkip: boolean;
    }
  /** The roles of a table's columns have to be chosen. */
  | {
      readonly step: 'columns';
      readonly name: string;
      readonly app: string;
      readonly table: Table;
      /** The columns of each role, as guessed, remembered or chosen so far. */
      readonly mapping: ColumnMapping;
      /** The first accounts by that mapping, for checking their codes. */
      readonly accounts: readonly ImportedAccount[];
      /** The numbers of readable and unreadable rows. */
      readonly read: number;
      readonly unreadable: number;
      readonly canSkip: boolean;
    }
  | ImportPreview
  /** A backup of Tessera, which is restored instead of imported. */
  | { readonly step: 'backup'; readonly file: ImportFile }
  | { readonly step: 'failed'; readonly name: string; readonly error: unknown };

/** The accounts of several files so far. */
export type FileReading = Extract<ReadResult, { kind: 'read' }>;
