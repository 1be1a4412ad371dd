import { exports } from './exports';
import { measure } from './measure';
import { perfect } from './perfect';
import { photographs } from './photographs';
import { random } from './random';
import { readers } from './readers';
import type { Reading } from './Reading';
import { screenshots } from './screenshots';
import { sumOf, targets, timeAt } from './targets';

function row(
  name: string,
  { pipeline, jsqr, zxing: alone }: Readonly<Record<keyof typeof readers, readonly Reading[]>>,
  keep: (r: Reading) => boolean,
) {
  const [ours, theirs, zxing] = [
    pipeline.filter(keep),
    jsqr.filter(keep),
    alone.filter(keep),
  ] as const;
  const codes = sumOf(ours, ({ sample }) => sample.texts.length);
  return {
    pictures: name,
    count: ours.length,
    codes,
    'read by us': sumOf(ours, ({ read }) => read),
    'read by jsqr': sumOf(theirs, ({ read }) => read),
    wrong: sumOf(ours, ({ wrong }) => wrong),
    'median ms': Math.round(timeAt(ours, 0.5)),
    'jsqr’s median': Math.round(timeAt(theirs, 0.5)),
    ratio: (timeAt(ours, 0.5) / timeAt(theirs, 0.5)).toFixed(2),
    'ratio to zxing': (timeAt(ours, 0.5) / timeAt(zxing, 0.5)).toFixed(2),
    'p95 ms': Math.round(timeAt(ours, 0.95)),
    'jsqr’s p95': Math.round(timeAt(theirs, 0.95)),
    'ratio of p95': (timeAt(ours, 0.95) / timeAt(theirs, 0.95)).toFixed(2),
  };
}

/**
 * Runs `npm run bench -- qr [seed] [pictures per kind] [screenshots]`. Fails if a target is missed. Screenshots
 * are generated with two seeds. The argument `screenshots` skips all other pictures.
 */
export default async function bench([
  seed = '1',
  count = '6',
  only,
]: readonly string[]): Promise<number> {
  const by = random(Number(seed));
  const all: Record<keyof typeof readers, Reading[]> = { pipeline: [], jsqr: [], zxing: [] };
  // Warms up every reader on every kind, twice, so that the engine has compiled all of them.
  const makers = only === 'screenshots' ? [screenshots] : [screenshots, photographs];
  for (const warmUp of [random(0), random(-1)])
    for (const make of makers)
      for (const sample of make(warmUp, 1))
        for (const read of Object.values(readers)) await read(sample);
  let turn = 0;
  const second = random(Number(seed) + 1);
  for (const samples of [
    screenshots(by, Number(count)),
    screenshots(second, Number(count)),
    ...(only === 'screenshots' ? [] : [photographs, exports, perfect]).map((make) =>
      make(by, Number(count)),
    ),
  ])
    for (const sample of samples) {
      const results = await measure(readers, sample, turn++);
      all.pipeline.push(results.pipeline);
      all.jsqr.push(results.jsqr);
      all.zxing.push(results.zxing);
    }
  const ours = all.pipeline;
  const kinds = [...new Set(ours.map(({ sample }) => sample.kind))];
  console.table([
    ...kinds.map((kind) => row(kind, all, ({ sample }) => sample.kind === kind)),
    ...(['screenshot', 'tiny', 'photograph', 'export', 'perfect', 'empty'] as const).map((set) =>
      row(`ALL: ${set}`, all, ({ sample }) => sample.set === set),
    ),
    row('ALL', all, () => true),
  ]);
  const results = targets(ours, all.jsqr, all.zxing);
  console.table(results);
  return results.every(({ met }) => met) ? 0 : 1;
}
