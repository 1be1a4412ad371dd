import type { Decoders } from './createDecoders';
import { findCodes, type Depth } from './finder/findCodes';
import { grayOf, isGray, type Gray } from './finder/Gray';
import { glanceAt, type Glance } from './finder/glanceAt';
import { hasLikelyCode, hasTriple, hasUndecodedSymbol } from './finder/hasUndecodedSymbol';
import { findOpenCodes, type SearchCodes } from './findOpenCodes';
import { hasTransparency } from './hasTransparency';
import { joinParts } from './joinParts';
import { opponentColors } from './opponentColors';
import type { Picture } from './Picture';
import type { QrReading } from './QrReading';
import { isPart, type QrSymbol } from './QrSymbol';
import type { ZxingAttempt } from './readWithZxing';

type Effort = 'quick' | 'medium' | 'full';

export interface ReadOptions {
  /**
   * `quick` uses only the whole-picture reader, for camera frames, where the next frame may be better. `medium`
   * adds the searches that take less than a second. Default: `full`.
   */
  readonly effort?: Effort;
}

/** Maximum number of different codes. A printed sheet has about twenty. */
const maxCodes = 200;
/** Maximum number of results of zxing, including equal codes. */
const maxSymbols = 255;

const efforts: readonly Effort[] = ['quick', 'medium', 'full'];

const now = () => performance.now();

/** Time limit of each search, in milliseconds. If there is no code, all searches run. */
const timeLimits: Readonly<Record<Depth, number>> = { light: 1500, open: 3000, deep: 2000 };

/**
 * Reads every QR code in the picture. zxing reads the whole picture. The finder locates and rectifies codes that
 * zxing missed. Further attempts, the cheapest first, run only until a code is found. The decoders load at the
 * first call, so that pages that only draw codes don't load them.
 */
export async function readQrCodes(
  picture: Picture,
  { effort = 'full' }: ReadOptions = {},
): Promise<QrReading> {
  const { createDecoders } = await import('./createDecoders');
  for (const [least, attempt] of attemptsAt(picture, createDecoders(), effort)) {
    if (efforts.indexOf(least) > efforts.indexOf(effort)) continue;
    const symbols = await attempt();
    if (symbols.length > 0) return readingOf(symbols);
  }
  return readingOf([]);
}

interface Hints {
  /** The glance at the picture, if there was one. */
  readonly seen?: Glance;
  /** Another attempt to make first, if the glance suggests no code. Its codes are the result. */
  readonly instead?: () => Promise<readonly QrSymbol[]>;
}

type Attempt = readonly [least: Effort, attempt: () => Promise<readonly QrSymbol[]>];

function attemptsAt(
  picture: Picture,
  { readWhole, readOne }: Decoders,
  effort: Effort,
): readonly Attempt[] {
  let kept: Gray | null = null;
  const gray = () => (kept ??= grayOf(picture));
  const whole = (image: Picture | Gray, attempt: ZxingAttempt) =>
    readWhole(image, { maxCodes: maxSymbols, attempt });
  const search: SearchCodes = (where, depth, known = []) => {
    const deadline = now() + timeLimits[depth];
    return findCodes(where, { readOne, known, maxCodes: maxSymbols, deadline, now, depth });
  };
  /** Attempts at reduced scales. They are deferred if no three finder patterns suggest a code. */
  const later: (() => Promise<readonly QrSymbol[]>)[] = [];
  /** Reads the whole picture, then searches for codes that zxing missed. */
  const read = async (image: Picture | Gray, { seen, instead }: Hints = {}) => {
    // Most camera frames have no code, so a second attempt would rarely be worth its time.
    if (effort === 'quick') return whole(image, 'scaled');
    const glance = seen ?? glanceAt(image);
    const { closed } = glance;
    const hasMore = (known: readonly QrSymbol[]) => hasUndecodedSymbol(image, glance, known);
    const isPromising = hasTriple(closed);
    const openCodes = (known: readonly QrSymbol[]) => findOpenCodes(image, glance, known, search);
    const isLikely = hasLikelyCode(glance);
    const early = isLikely ? [] : await openCodes([]);
    const other = isLikely || early.length > 0 ? [] : ((await instead?.()) ?? []);
    if (other.length > 0) return other;
    const isDark =
      (isPromising || early.length > 0) && !hasTriple(closed.filter(({ inverted }) => inverted));
    const quick = await whole(image, isDark ? 'dark' : 'first');
    const open = isLikely ? await openCodes(quick) : early;
    const first = [...quick, ...open];
    if (first.length > 0 && !hasMore(first)) return first;
    const readScaled = async () => {
      const found = [...open, ...(await whole(image, 'scaled'))];
      if (found.length === 0 || !hasMore(found)) return found;
      return [...found, ...(await search(isGray(image) ? image : gray(), 'light', found))];
    };
    if (isPromising || first.length > 0) return readScaled();
    later.push(readScaled);
    return [];
  };
  const readLater = async () => {
    for (const readScaled of later) {
      const found = await readScaled();
      if (found.length > 0) return found;
    }
    return [];
  };
  let hasReadColors = false;
  const readColors = async (isWorthwhile: (glance: Glance) => boolean) => {
    const colors = hasReadColors ? null : opponentColors(picture);
    if (colors === null) return [];
    const glance = glanceAt(colors);
    if (!isWorthwhile(glance)) return [];
    hasReadColors = true;
    return read(colors, { seen: glance });
  };
  /** Reads the colors first if only they suggest a code. */
  const readOpaque = () =>
    read(picture, effort === 'full' ? { instead: () => readColors(hasLikelyCode) } : {});
  // Decoders ignore transparency. The background that shows through is white or, on dark pages, black, so both
  // backgrounds are tried.
  const first: readonly Attempt[] = hasTransparency(picture)
    ? [
        ['quick', () => read(gray())],
        ['quick', () => read(grayOf(picture, 'black'))],
      ]
    : [['quick', readOpaque]];
  return [
    ...first,
    ['full', () => readColors(() => true)],
    ['medium', readLater],
    ['medium', () => search(gray(), 'light')],
    ['medium', () => search(gray(), 'open')],
    ['full', () => whole(gray(), 'global')],
    ['full', () => whole(gray(), 'denoise')],
    ['full', () => search(gray(), 'deep')],
  ];
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
