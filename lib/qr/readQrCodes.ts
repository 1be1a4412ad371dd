import { findCodes } from './finder/findCodes';
import { grayOf } from './finder/Gray';
import { hasUndecodedSymbol } from './finder/hasUndecodedSymbol';
import type { Picture } from './Picture';
import type { QrCode } from './QrCode';

export interface ReadOptions {
  /** Stops after this many codes. Default: 16. */
  readonly maxCodes?: number;
  /** Uses the fast reader only: for camera frames, of which the next may be better. */
  readonly quick?: boolean;
}

const now = () => performance.now();

/** Time limits in milliseconds: for the whole-picture reader and the light search together, and for the deep search. */
const lightTimeLimit = 1500;
const deepTimeLimit = 2000;

/**
 * Returns every QR code on the picture, each text once. zxing reads the whole picture; our finder locates and
 * rectifies what zxing missed. The decoders load at the first call, so that pages that only draw codes don't load them.
 */
export async function readQrCodes(
  picture: Picture,
  { maxCodes = 16, quick = false }: ReadOptions = {},
): Promise<readonly QrCode[]> {
  const start = now();
  const { createDecoders } = await import('./createDecoders');
  const { readWhole, readOne } = createDecoders();
  const gray = grayOf(picture);
  const found = oncePerText(await readWhole(gray, maxCodes));
  const full = found.length >= maxCodes;
  if (quick || full || (found.length > 0 && !hasUndecodedSymbol(gray, found))) return found;
  const search = { readOne, known: found, maxCodes: maxCodes - found.length, now };
  const more = await findCodes(gray, { ...search, deadline: start + lightTimeLimit, deep: false });
  const codes = oncePerText([...found, ...more]);
  if (codes.length > 0) return codes;
  return oncePerText(
    await findCodes(gray, { ...search, deadline: now() + deepTimeLimit, deep: true }),
  );
}

const oncePerText = (codes: readonly QrCode[]): readonly QrCode[] =>
  [...new Map(codes.toReversed().map((code) => [code.text, code])).values()].toReversed();
