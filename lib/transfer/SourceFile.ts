/** A file to import, as bytes, as text and as JSON. */
export interface SourceFile {
  /** The file's name, or its path inside an archive; empty for pasted text. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Trimmed text without a byte order mark; null if the bytes aren't text. */
  readonly text: string | null;
  /** The parsed JSON; undefined if the text isn't JSON. */
  readonly json: unknown;
}

export function sourceFile(name: string, bytes: Uint8Array<ArrayBuffer>): SourceFile {
  const text = decodeText(bytes);
  return { name, bytes, text, json: text === null ? undefined : parseJson(text) };
}

/** Strict UTF-8, or UTF-16 with its mark. */
function decodeText(bytes: Uint8Array): string | null {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.trim();
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
