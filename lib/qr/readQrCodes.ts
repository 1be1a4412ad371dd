import { onWhite } from './onWhite';
import type { Picture } from './Picture';
import type { QrCode } from './QrCode';

export interface ReadOptions {
  /** As many codes as are looked for. 16 unless said otherwise. */
  readonly maxCodes?: number;
}

/**
 * Every QR code on the picture, each text once; an empty list where there is none. The decoders are loaded
 * at the first call: who only draws codes never carries them.
 */
export async function readQrCodes(
  picture: Picture,
  { maxCodes = 16 }: ReadOptions = {},
): Promise<readonly QrCode[]> {
  const [{ readWithZxing }, { readWithJsqr }] = await Promise.all([
    import('./readWithZxing'),
    import('./readWithJsqr'),
  ]);
  const opaque = onWhite(picture);
  const found = await readWithZxing(opaque, { maxCodes });
  if (found.length > 0) return oncePerText(found);
  const code = readWithJsqr(opaque);
  return code ? [code] : [];
}

const oncePerText = (codes: readonly QrCode[]): readonly QrCode[] => [
  ...new Map(codes.map((code) => [code.text, code])).values(),
];
