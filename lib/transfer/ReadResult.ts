import type { Reading, TableQuestion } from './Format';

/** A file inside an archive. */
export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PasswordQuestion {
  readonly kind: 'needs-password';
  /** The app that wrote the file. */
  readonly app: string;
  /** Whether the app is only a guess, because the file looks encrypted and has no header. */
  readonly isGuess: boolean;
  /** Whether the file may open with a key file or an empty password. */
  readonly takesKeyFile: boolean;
}

/** The accounts of a file, or what the user must enter before the file can be read. */
export type ReadResult =
  | ({
      readonly kind: 'read';
      readonly app: string;
      /** Tables with unknown columns in an archive. Each table must be read on its own. */
      readonly members?: readonly Member[];
    } & Reading)
  | PasswordQuestion
  | ({ readonly kind: 'needs-columns'; readonly app: string } & TableQuestion);
