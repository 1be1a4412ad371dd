import type { Reading } from './Reading';

interface Result {
  readonly target: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

const ofSet = (readings: readonly Reading[], set: Reading['sample']['set']) =>
  readings.filter(({ sample }) => sample.set === set);

/** Returns a percentile of the readings' times. `share` is the fraction of readings, from 0 to 1. */
export function timeAt(readings: readonly Reading[], share: number): number {
  const sorted = readings.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const sumOf = (readings: readonly Reading[], of: (reading: Reading) => number): number =>
  readings.reduce((total, reading) => total + of(reading), 0);

function rate(name: string, readings: readonly Reading[], least: number): Result {
  const codes = sumOf(readings, ({ sample }) => sample.texts.length);
  const read = sumOf(readings, (reading) => reading.read);
  const measured = `${read} of ${codes}`;
  return { target: name, wanted: `${least * 100} %`, measured, met: read >= codes * least };
}

function ratio(name: string, ours: number, theirs: number, most: number): Result {
  const value = ours / theirs;
  return {
    target: name,
    wanted: `at most ${most}`,
    measured: value.toFixed(2),
    met: value <= most,
  };
}

const none = (target: string, count: number): Result => ({
  target,
  wanted: '0',
  measured: String(count),
  met: count === 0,
});

/**
 * Returns whether the scanner meets its targets, compared with jsqr alone and zxing alone in the same run. The
 * readings of all readers are in the same order.
 */
export function targets(
  ours: readonly Reading[],
  jsqr: readonly Reading[],
  zxing: readonly Reading[],
): readonly Result[] {
  const time = (readings: readonly Reading[], share: number) =>
    timeAt(ofSet(readings, 'screenshot'), share);
  // Excludes pictures in which zxing misses a code, because there the pipeline searches on and zxing stops.
  const isWhole = (at: number) => {
    const reading = zxing[at];
    return reading !== undefined && reading.read === reading.sample.texts.length;
  };
  const whole = (readings: readonly Reading[]) =>
    timeAt(
      ofSet(
        readings.filter((_, at) => isWhole(at)),
        'screenshot',
      ),
      0.5,
    );
  return [
    rate('screenshots: codes read', ofSet(ours, 'screenshot'), 1),
    rate('tiny (1.4 px a module and more): codes read', ofSet(ours, 'tiny'), 1),
    rate('photographs: codes read', ofSet(ours, 'photograph'), 0.96),
    rate('exports of authenticators: codes read', ofSet(ours, 'export'), 1),
    rate('flawless codes, versions 1 to 40 at four levels', ofSet(ours, 'perfect'), 1),
    ratio('screenshots: median time / zxing', time(ours, 0.5), time(zxing, 0.5), 1.15),
    ratio('screenshots that zxing reads: median time / zxing', whole(ours), whole(zxing), 1.15),
    ratio('screenshots: median time / jsqr', time(ours, 0.5), time(jsqr, 0.5), 0.2),
    ratio('screenshots: p95 time / jsqr', time(ours, 0.95), time(jsqr, 0.95), 0.3),
    ratio(
      'a page without a code: median time / jsqr',
      timeAt(ofSet(ours, 'empty'), 0.5),
      timeAt(ofSet(jsqr, 'empty'), 0.5),
      0.7,
    ),
    none(
      'wrong texts',
      sumOf(ours, ({ wrong }) => wrong),
    ),
    none(
      'wrong accounts',
      sumOf(ours, ({ wrongAccounts }) => wrongAccounts),
    ),
  ];
}
