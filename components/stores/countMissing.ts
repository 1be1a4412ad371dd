import type { FileReading } from './ImportState';

/** Counts the QR codes of Google's exports that are missing from the files. */
export function countMissing(found: readonly FileReading[]): number {
  const batches = found.flatMap((reading) => reading.batches ?? []);
  const exports = new Map(batches.map((batch) => [`${batch.id} ${batch.size}`, batch.size]));
  const held = new Set(batches.map((batch) => `${batch.id} ${batch.size} ${batch.index}`));
  const whole = [...exports.values()].reduce((sum, size) => sum + size, 0);
  return Math.max(whole - held.size, 0);
}
