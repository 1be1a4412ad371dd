import { decodeText } from './decodeText';
import { parseIfJson } from './parseJson';

/** A file to import, as bytes, as text and as JSON. */
export interface SourceFile {
  /** The file's name, or its path inside an archive. Empty for pasted text. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The trimmed text without a byte order mark, or null if the bytes aren't text. */
  readonly text: string | null;
  /** The encoding of the text if it is only a guess, otherwise null. */
  readonly guessedEncoding: string | null;
  /** The parsed JSON, or undefined if the text isn't JSON. */
  readonly json: unknown;
}

export function sourceFile(name: string, bytes: Uint8Array<ArrayBuffer>): SourceFile {
  const decoded = decodeText(bytes);
  const text = decoded?.text ?? null;
  return {
    name,
    bytes,
    text,
    guessedEncoding: decoded?.guessed ?? null,
    json: text !== null && /^[{[]/.test(text) ? parseIfJson(text) : undefined,
  };
}
