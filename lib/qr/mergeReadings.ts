import { joinParts } from './joinParts';
import type { QrReading } from './QrReading';

/**
 * Merges the readings of several pictures or frames. Each text occurs once, and parts are joined across readings.
 */
export function mergeReadings(readings: readonly QrReading[]): QrReading {
  const { codes, incomplete } = joinParts(readings.flatMap(({ parts }) => parts));
  const all = [...readings.flatMap((reading) => reading.codes), ...codes];
  return {
    codes: all.filter((code, i) => all.findIndex(({ text }) => text === code.text) === i),
    parts: incomplete.flatMap(({ parts }) => parts),
    truncated: readings.some(({ truncated }) => truncated),
  };
}
