import type { Read, readers } from './readers';
import type { Reading } from './Reading';
import type { Sample } from './Sample';
import { countWrongAccounts } from './wrongAccounts';

type Name = keyof typeof readers;

/**
 * Returns the order of the readers in each of three rounds. A reader's time may include collecting the previous
 * reader's garbage, and jsqr leaves the most. So the pipeline and zxing each run once directly after jsqr, and they
 * swap places with every picture.
 */
function ordersAt(turn: number): readonly (readonly Name[])[] {
  const [a, b] =
    turn % 2 === 0 ? (['pipeline', 'zxing'] as const) : (['zxing', 'pipeline'] as const);
  return [
    [a, b, 'jsqr'],
    [b, a, 'jsqr'],
    ['jsqr', a, b],
  ];
}

/**
 * Measures every reader on the same picture, three times. Returns each reader's fastest time, with the fewest codes
 * and the most wrong texts and accounts of the three.
 */
export async function measure(
  all: Readonly<Record<Name, Read>>,
  sample: Sample,
  turn: number,
): Promise<Readonly<Record<Name, Reading>>> {
  const results: Partial<Record<Name, Reading>> = {};
  for (const name of ordersAt(turn).flat()) {
    const reading = await time(all[name], sample);
    results[name] = worstOf(reading, results[name] ?? reading);
  }
  return results as Record<Name, Reading>;
}

const worstOf = (a: Reading, b: Reading): Reading => ({
  sample: a.sample,
  read: Math.min(a.read, b.read),
  wrong: Math.max(a.wrong, b.wrong),
  wrongAccounts: Math.max(a.wrongAccounts, b.wrongAccounts),
  ms: Math.min(a.ms, b.ms),
});

async function time(read: Read, sample: Sample): Promise<Reading> {
  // Measures CPU time, so that other processes don't count.
  const start = process.cpuUsage();
  const texts = await read(sample);
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  return {
    sample: { kind: sample.kind, set: sample.set, texts: sample.texts },
    read: texts.filter((text) => sample.texts.includes(text)).length,
    wrong: texts.filter((text) => !sample.texts.includes(text)).length,
    wrongAccounts: countWrongAccounts(texts, sample.texts),
    ms,
  };
}
