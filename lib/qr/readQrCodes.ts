import { findCodes, type Depth } from './finder/findCodes';
import { grayOf, type Gray } from './finder/Gray';
import { hasUndecodedSymbol } from './finder/hasUndecodedSymbol';
import { hasTransparency } from './hasTransparency';
import { joinParts } from './joinParts';
import { opponentColors } from './opponentColors';
import type { Picture } from './Picture';
import type { QrReading } from './QrReading';
import { isPart, type QrSymbol } from './QrSymbol';

type Effort = 'quick' | 'medium' | 'full';

export interface ReadOptions {
  /**
   * `quick` uses the whole-picture reader only: for camera frames, of which the next may be better. `medium`
   * adds the searches that end within a second. Default: `full`.
   */
  readonly effort?: Effort;
}

/** Equal codes count once. A printed sheet holds some twenty. */
const maxCodes = 200;
/** The most that zxing returns, equal ones included. */
const maxSymbols = 255;

const efforts: readonly Effort[] = ['quick', 'medium', 'full'];

const now = () => performance.now();

/** Time limits in milliseconds. Each search starts its own; a page without a code spends them all. */
const timeLimits: Readonly<Record<Depth, number>> = { light: 1500, open: 700, deep: 2000 };

/**
 * Reads every QR code on the picture. zxing reads the whole picture; our finder locates and rectifies what zxing
 * missed. Each further attempt runs only while nothing was found, the cheapest first. The decoders load at the
 * first call, so that pages that only draw codes don't load them.
 */
export async function readQrCodes(
  picture: Picture,
  { effort = 'full' }: ReadOptions = {},
): Promise<QrReading> {
  const { createDecoders } = await import('./createDecoders');
  const { readWhole, readOne } = createDecoders();
  const gray = grayOf(picture);

  const search = (where: Gray, depth: Depth, known: readonly QrSymbol[] = []) =>
    findCodes(where, {
      readOne,
      known,
      maxCodes: maxSymbols,
      deadline: now() + timeLimits[depth],
      now,
      depth,
    });
  const read = async (where: Gray) => {
    const found = await readWhole(where, { maxCodes: maxSymbols });
    if (effort === 'quick' || (found.length > 0 && !hasUndecodedSymbol(where, found))) return found;
    return [...found, ...(await search(where, 'light', found))];
  };

  const attempts: readonly (readonly [
    least: Effort,
    attempt: () => Promise<readonly QrSymbol[]>,
  ])[] = [
    ['quick', () => read(gray)],
    ['quick', async () => (hasTransparency(picture) ? read(grayOf(picture, 'black')) : [])],
    ['full', () => readWhole(gray, { maxCodes: maxSymbols, attempt: 'global' })],
    ['full', () => readWhole(gray, { maxCodes: maxSymbols, attempt: 'denoise' })],
    ['medium', () => search(gray, 'open')],
    [
      'full',
      async () => {
        const colors = opponentColors(picture);
        return colors ? read(colors) : [];
      },
    ],
    ['full', () => search(gray, 'deep')],
  ];
  for (const [least, attempt] of attempts) {
    if (efforts.indexOf(least) > efforts.indexOf(effort)) continue;
    const symbols = await attempt();
    if (symbols.length > 0) return readingOf(symbols);
  }
  return readingOf([]);
}

function readingOf(symbols: readonly QrSymbol[]): QrReading {
  const { codes, incomplete } = joinParts(symbols.filter(isPart));
  const whole = [...symbols.filter((symbol) => !isPart(symbol)), ...codes];
  const distinct = [...new Map(whole.toReversed().map((code) => [code.text, code])).values()];
  return {
    codes: distinct.toReversed().slice(0, maxCodes),
    parts: incomplete.flatMap(({ parts }) => parts),
    truncated: symbols.length >= maxSymbols || distinct.length > maxCodes,
  };
}
