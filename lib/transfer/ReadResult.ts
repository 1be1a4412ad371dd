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
  /** Whether the app is only a guess: the file looks encrypted and has no header. */
  readonly isGuess: boolean;
  /** Whether a key file may be needed too, and the password may be empty. */
  readonly takesKeyFile: boolean;
}

/** A file's accounts, or what must be entered before it can be read. */
export type ReadResult =
  | ({
      readonly kind: 'read';
      readonly app: string;
      /** Tables of an archive whose columns aren't known, each to be read on its own. */
      readonly members?: readonly Member[];
    } & Reading)
  | PasswordQuestion
  | ({ readonly kind: 'needs-columns'; readonly app: string } & TableQuestion);
