import type {
  ColumnMapping,
  ImportedAccount,
  ImportNote,
  ReadResult,
  Table,
  UnreadableRow,
} from '../../lib/transfer';
import type { Candidate } from '../../lib/authenticator/import';

/** Something that was dropped, picked or pasted; the name of pasted text is empty. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One account of the preview. */
export interface ImportRow extends Candidate {
  /** The app or format that it comes from. */
  readonly app: string;
  /** The name of the account in the same import that this one repeats, if it was left out for that. */
  readonly repeats: string | null;
}

export interface ImportPreview {
  readonly step: 'preview';
  readonly rows: readonly ImportRow[];
  readonly unreadable: readonly UnreadableRow[];
  readonly notes: readonly ImportNote[];
  /** Of Google's exports in several QR codes, how many are still missing. */
  readonly missing: number;
}

export type ImportState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading';
      readonly name: string;
      /** How long what is computed now may take, in milliseconds; null where nobody knows. */
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
      /** What was entered before did not open it. */
      readonly wrong: boolean;
      /** There are other files that go on without it. */
      readonly canSkip: boolean;
    }
  /** The columns of a table have to be named. */
  | {
      readonly step: 'columns';
      readonly name: string;
      readonly app: string;
      readonly table: Table;
      /** The columns of each role, as guessed, remembered or chosen so far. */
      readonly mapping: ColumnMapping;
      /** The first accounts by that mapping, to be checked by their codes. */
      readonly accounts: readonly ImportedAccount[];
      /** How many rows are read and how many aren't. */
      readonly read: number;
      readonly unreadable: number;
      readonly canSkip: boolean;
    }
  | ImportPreview
  /** A backup of our own, which is restored rather than imported. */
  | { readonly step: 'backup'; readonly file: ImportFile }
  | { readonly step: 'failed'; readonly name: string; readonly error: unknown };

/** What has been read of several files so far. */
export type FileReading = Extract<ReadResult, { kind: 'read' }>;
