import { readMigrationUri, type Migration } from '../../transfer';

/** An export that consists of several QR codes, with the parts scanned so far. */
export interface Batch {
  readonly parts: readonly Migration[];
  readonly size: number;
  /** Numbers of the parts still to scan, counted from 1. */
  readonly missing: readonly number[];
  /** Whether the last scan contained a part that was already known. */
  readonly repeated: boolean;
}

interface Held {
  readonly uris: readonly string[];
  readonly parts: readonly Migration[];
}

const sameBatch = ({ batch: a }: Migration, { batch: b }: Migration) =>
  a.id === b.id && a.size === b.size;

/** Groups the scanned URIs by export, in the order of their first scan. */
function grouped(uris: readonly string[]): readonly Held[] {
  const groups: Held[] = [];
  for (const uri of uris) {
    const part = readMigrationUri(uri);
    if (!part) continue;
    // Newer apps omit the batch id. A part without a batch id joins the latest export that has the same number of
    // parts and lacks this part.
    const at = groups.findLastIndex(
      ({ parts }) =>
        parts.every((other) => sameBatch(part, other)) &&
        parts.every((other) => other.batch.index !== part.batch.index),
    );
    const group = groups[at];
    if (group) groups[at] = { uris: [...group.uris, uri], parts: [...group.parts, part] };
    else groups.push({ uris: [uri], parts: [part] });
  }
  return groups;
}

/**
 * Adds scanned parts to the incomplete exports. A repeated part counts once. A part of a different export starts
 * a new export. Returns the exports that got parts, and the URIs to keep until the next scan.
 */
export function collectParts(
  held: readonly string[],
  scanned: readonly string[],
): { readonly batches: readonly Batch[]; readonly held: readonly string[] } {
  const groups = grouped([...new Set([...held, ...scanned])]);
  const batches = groups
    .filter(({ uris }) => uris.some((uri) => scanned.includes(uri)))
    .map(({ uris, parts }): Batch => {
      const size = parts[0]?.batch.size ?? 1;
      const have = new Set(parts.map(({ batch }) => batch.index));
      return {
        parts: parts.toSorted((a, b) => a.batch.index - b.batch.index),
        size,
        missing: Array.from({ length: size }, (_, i) => i + 1).filter((i) => !have.has(i - 1)),
        repeated: uris.some((uri) => held.includes(uri) && scanned.includes(uri)),
      };
    });
  const waiting = groups.filter(({ parts }) => parts.length < (parts[0]?.batch.size ?? 1));
  return { batches, held: waiting.flatMap(({ uris }) => uris) };
}
