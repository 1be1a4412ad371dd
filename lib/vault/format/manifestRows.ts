import { fromBase64url, toBase64url } from '../../crypto';

const idLength = 16;
const rowLength = idLength + 4;

/**
 * Encodes a manifest as base64url of sorted rows, each with 16 bytes id and 4 bytes version. Throws a RangeError
 * for an invalid id.
 */
export function rowsOf(versions: ReadonlyMap<string, number>): string {
  const rows = new Uint8Array(versions.size * rowLength);
  const view = new DataView(rows.buffer);
  let at = 0;
  // The default comparison (UTF-16 units) is the fastest, because all but the newest ids are already sorted.
  for (const id of [...versions.keys()].toSorted()) {
    const bytes = fromBase64url(id);
    if (bytes?.length !== idLength) throw new RangeError('The id of a record has 16 bytes');
    rows.set(bytes, at);
    view.setUint32(at + idLength, versions.get(id) ?? 0);
    at += rowLength;
  }
  return toBase64url(rows);
}

/** Decodes the result of `rowsOf`. Returns null if the text is malformed. */
export function versionsOf(text: unknown): Map<string, number> | null {
  const rows = typeof text === 'string' ? fromBase64url(text) : null;
  if (!rows || rows.length % rowLength !== 0) return null;
  const view = new DataView(rows.buffer);
  const versions = new Map<string, number>();
  for (let at = 0; at < rows.length; at += rowLength)
    versions.set(toBase64url(rows.subarray(at, at + idLength)), view.getUint32(at + idLength));
  return versions;
}
