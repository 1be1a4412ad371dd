import type { Reading } from './Format';
import { joinNotes } from './joinNotes';

/** Joins the readings of several parts of a file. */
export function joinReadings(readings: readonly Reading[]): Reading {
  const batches = readings.flatMap((reading) => reading.batches ?? []);
  const notes = joinNotes(readings.flatMap((reading) => reading.notes ?? []));
  return {
    accounts: readings.flatMap((reading) => reading.accounts),
    unreadable: readings.flatMap((reading) => reading.unreadable),
    ...(batches.length > 0 && { batches }),
    ...(notes.length > 0 && { notes }),
  };
}
