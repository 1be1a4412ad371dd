import { readQrCodes } from '../../../lib/qr';
import { readWithJsqr } from '../../../lib/qr/readWithJsqr';
import { readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import { exports } from './exports';
import { perfect } from './perfect';
import { photographs } from './photographs';
import { random } from './random';
import type { Sample } from './Sample';
import type { Reading } from './Reading';
import { screenshots } from './screenshots';
import { sumOf, targets, timeAt } from './targets';

/** The options that the pipeline passes to zxing for the whole picture. */
const zxingOptions: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryInvert: true,
  tryDownscale: true,
  textMode: 'Plain',
};

type Read = (sample: Sample) => Promise<readonly string[]>;

const readers: Readonly<Record<string, Read>> = {
  pipeline: async ({ picture }) => (await readQrCodes(picture)).codes.map(({ text }) => text),
  jsqr: async ({ picture }) => {
    const code = readWithJsqr(picture);
    return code ? [code.text] : [];
  },
  zxing: async ({ picture }) => {
    const found = await readBarcodes({ ...picture, colorSpace: 'srgb' }, zxingOptions);
    return found.map(({ text }) => text);
  },
};

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
    ms,
  };
}

function row(
  name: string,
  all: Readonly<Record<string, readonly Reading[]>>,
  keep: (r: Reading) => boolean,
) {
  const [ours = [], theirs = [], zxing = []] = Object.values(all).map((readings) =>
    readings.filter(keep),
  );
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
  const all: Record<string, Reading[]> = Object.fromEntries(
    Object.keys(readers).map((name) => [name, []]),
  );
  // Warms up both readers, so that the first measured run isn't slower than the others.
  for (const sample of photographs(random(0), 1))
    for (const read of Object.values(readers)) await read(sample);
  const second = random(Number(seed) + 1);
  for (const samples of [
    screenshots(by, Number(count)),
    screenshots(second, Number(count)),
    ...(only === 'screenshots' ? [] : [photographs, exports, perfect]).map((make) =>
      make(by, Number(count)),
    ),
  ])
    for (const sample of samples)
      for (const [name, read] of Object.entries(readers)) all[name]?.push(await time(read, sample));
  const ours = all['pipeline'] ?? [];
  const kinds = [...new Set(ours.map(({ sample }) => sample.kind))];
  console.table([
    ...kinds.map((kind) => row(kind, all, ({ sample }) => sample.kind === kind)),
    ...(['screenshot', 'tiny', 'photograph', 'export', 'perfect', 'empty'] as const).map((set) =>
      row(`ALL: ${set}`, all, ({ sample }) => sample.set === set),
    ),
    row('ALL', all, () => true),
  ]);
  const results = targets(ours, all['jsqr'] ?? [], all['zxing'] ?? []);
  console.table(results);
  return results.every(({ met }) => met) ? 0 : 1;
}
