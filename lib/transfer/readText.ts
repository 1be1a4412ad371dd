import { findOtpUris } from '../otp';
import type { Reading } from './Format';
import type { ImportNote, UnreadableRow } from './ImportedAccount';
import { readUris } from './readUris';
import { secretOf } from './secretOf';

/** Matches a key in a line. A word of base32 letters is too short to match. */
const keyInLine =
  /(?:^|[\s:=,;"'])((?=[A-Z2-7]*[2-7])[A-Z2-7]{16,}|(?:[A-Z2-7]{4}[ -]){3,}[A-Z2-7]{2,4})=*(?=$|[\s,;"'.])/;

/**
 * Reads all URIs of a text. A key that isn't in a URI is an unreadable row, named by the text before the key. All
 * remaining lines without a URI share one note.
 */
export function readText(text: string): Reading {
  const found = findOtpUris(text);
  const reading = readUris(found.map(({ uri }) => uri));
  const { lines, beside } = withoutUris(text, found);
  const rest = lines.filter((line) => /[\p{L}\p{N}]/u.test(line) && !/^\s*#/.test(line));
  const keys = rest.flatMap((line) => keyOf(line)?.row ?? []);
  // A key beside a URI may be the URI's own secret, for typing.
  const secrets = new Set(beside.length > 0 ? found.map(({ uri }) => secretOf(uri)) : []);
  const others = beside.flatMap((part) => {
    const key = keyOf(part);
    return key && !secrets.has(secretOf(key.text)) ? key.row : [];
  });
  const count = rest.length - keys.length;
  const note: ImportNote = { code: 'lines-ignored', facts: { count } };
  return {
    ...reading,
    unreadable: [...reading.unreadable, ...keys, ...others],
    ...(count > 0 && { notes: [...(reading.notes ?? []), note] }),
  };
}

/** Returns the first key of a line, and the unreadable row that reports it. Returns null if there is no key. */
function keyOf(line: string): { readonly text: string; readonly row: UnreadableRow } | null {
  const key = keyInLine.exec(line);
  if (!key) return null;
  const name = line
    .slice(0, key.index)
    .replace(/[\s:=,;"'*-]+$/, '')
    .trim()
    .slice(0, 60);
  return { text: key[1] ?? '', row: { name, reason: 'format/key-in-text', facts: {} } };
}

/**
 * Returns the lines without a URI, and the texts beside URIs on the same line, which are usually labels, bullets
 * or separators.
 */
function withoutUris(text: string, found: ReturnType<typeof findOtpUris>) {
  const lines: string[] = [];
  const beside: string[] = [];
  const ends = [0, ...found.map(({ end }) => end)];
  const starts = [...found.map(({ start }) => start), text.length];
  for (const [index, end] of ends.entries()) {
    const parts = text.slice(end, starts[index]).split(/[\r\n]+/);
    const first = index === 0 ? [] : parts.splice(0, 1);
    const last = index === found.length ? [] : parts.splice(-1, 1);
    beside.push(...first, ...last);
    lines.push(...parts);
  }
  return { lines, beside: beside.filter((part) => part.trim() !== '') };
}
