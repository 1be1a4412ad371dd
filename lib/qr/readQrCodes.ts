import { findCodes } from './finder/findCodes';
import { grayOf } from './finder/Gray';
import { hasUnread } from './finder/hasUnread';
import type { Picture } from './Picture';
import type { QrCode } from './QrCode';

export interface ReadOptions {
  /** As many codes as are looked for. 16 unless said otherwise. */
  readonly maxCodes?: number;
  /** Only what is quick: for the frames of a film, of which the next may be better. */
  readonly quick?: boolean;
}

const now = () => performance.now();

/** Milliseconds for the whole-picture reader and the finder, and for the finder's deep search after them. */
const lightTime = 1500;
const deepTime = 2000;

/**
 * Every QR code on the picture, each text once; an empty list where there is none. zxing reads the whole
 * picture; what it leaves unread our finder straightens for a decoder. The decoders are loaded at the first call: who only draws codes never carries them.
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
  if (quick || full || (found.length > 0 && !hasUnread(gray, found))) return found;
  const search = { readOne, known: found, maxCodes: maxCodes - found.length, now };
  const more = await findCodes(gray, { ...search, deadline: start + lightTime, deep: false });
  const codes = oncePerText([...found, ...more]);
  if (codes.length > 0) return codes;
  return oncePerText(await findCodes(gray, { ...search, deadline: now() + deepTime, deep: true }));
}

const oncePerText = (codes: readonly QrCode[]): readonly QrCode[] =>
  [...new Map(codes.toReversed().map((code) => [code.text, code])).values()].toReversed();
