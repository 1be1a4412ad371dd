import { findOtpUris } from '../otp';
import type { Reading } from './Format';
import type { ImportNote, UnreadableRow } from './ImportedAccount';
import { readUris } from './readUris';

/** Matches a key in a line. A word of base32 letters is too short to match. */
const keyInLine =
  /(?:^|[\s:=,;"'])((?=[A-Z2-7]*[2-7])[A-Z2-7]{16,}|(?:[A-Z2-7]{4}[ -]){3,}[A-Z2-7]{2,4})=*(?=$|[\s,;"'.])/;

/**
 * Reads all URIs of a text. A line with a key but without a URI is an unreadable row, named by the text before
 * the key. All remaining lines share one note.
 */
export function readText(text: string): Reading {
  const found = findOtpUris(text);
  const reading = readUris(found.map(({ uri }) => uri));
  const rest = withoutUris(text, found)
    .split(/[\r\n]+/)
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !/^\s*#/.test(line));
  const keys = rest.flatMap((line): UnreadableRow[] => {
    const key = keyInLine.exec(line);
    const name = key
      ? line
          .slice(0, key.index)
          .replace(/[\s:=,;"'*-]+$/, '')
          .trim()
          .slice(0, 60)
      : '';
    return key ? [{ name, reason: 'format/key-in-text', facts: {} }] : [];
  });
  const count = rest.length - keys.length;
  const note: ImportNote = { code: 'lines-ignored', facts: { count } };
  return {
    ...reading,
    unreadable: [...reading.unreadable, ...keys],
    ...(count > 0 && { notes: [...(reading.notes ?? []), note] }),
  };
}

/** Returns the lines without a URI. Drops a label, bullet or separator on the line of a URI. */
function withoutUris(text: string, found: ReturnType<typeof findOtpUris>): string {
  const lines: string[] = [];
  let at = 0;
  for (const { start, end } of found) {
    const before = text.slice(at, start);
    const lastBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
    lines.push(before.slice(0, lastBreak + 1));
    at = end;
    const after = /^[^\r\n]*/.exec(text.slice(at))?.[0] ?? '';
    if (findOtpUris(after).length === 0) at += after.length;
  }
  return [...lines, text.slice(at)].join('\n');
}
