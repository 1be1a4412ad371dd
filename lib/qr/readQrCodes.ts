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
 * Every QR code on the picture, each text once; an empty list where there is none. zxing looks at the whole
 * picture, hastily and then, where something is left, thoroughly; what it leaves unread our finder straightens
 * for a decoder. The decoders are loaded at the first call: who only draws codes never carries them.
 */
export async function readQrCodes(
  picture: Picture,
  { maxCodes = 16, quick = false }: ReadOptions = {},
): Promise<readonly QrCode[]> {
  const start = now();
  const { createDecoders } = await import('./createDecoders');
  const { readWhole, readOne } = createDecoders();
  const gray = grayOf(picture);
  let found: readonly QrCode[] = [];
  for (const look of ['hasty', 'thorough'] as const) {
    found = oncePerText([...found, ...(await readWhole(gray, maxCodes, look))]);
    if (found.length >= maxCodes) return found;
    if (found.length > 0 && (quick || !hasUnread(gray, found))) return found;
  }
  if (quick) return found;
  const search = { readOne, known: found, maxCodes: maxCodes - found.length, now };
  const more = await findCodes(gray, { ...search, deadline: start + lightTime, deep: false });
  const codes = oncePerText([...found, ...more]);
  if (codes.length > 0) return codes;
  return oncePerText(await findCodes(gray, { ...search, deadline: now() + deepTime, deep: true }));
}

const oncePerText = (codes: readonly QrCode[]): readonly QrCode[] =>
  [...new Map(codes.toReversed().map((code) => [code.text, code])).values()].toReversed();
