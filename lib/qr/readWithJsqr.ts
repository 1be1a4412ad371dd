import jsqr from 'jsqr';
import type { Picture } from './Picture';
import type { QrCode } from './QrCode';
import { textOf } from './textOf';

/**
 * Block size of jsqr's binarizer in pixels. If the picture's width isn't a multiple of the block size, blocks
 * wrap around.
 */
const blockSize = 8;

/**
 * Returns the one code that jsqr finds in an opaque picture, or null. jsqr keeps its options between calls, so
 * `inversionAttempts` is always passed.
 */
export function readWithJsqr(
  picture: Picture,
  inversionAttempts: 'attemptBoth' | 'dontInvert' = 'attemptBoth',
): QrCode | null {
  const { width, height, data } = padded(picture);
  const found = jsqr(data, width, height, { inversionAttempts });
  if (found === null || found.binaryData.length === 0) return null;
  const bytes = Uint8Array.from(found.binaryData);
  // Kanji mode is Shift_JIS (ISO/IEC 18004, 7.4.6), and byte mode is Latin-1 by default. jsqr doesn't export its
  // enum of modes, so the modes are compared as text.
  const modes: readonly string[] = found.chunks.map(({ type }) => type);
  const hasKanji = modes.includes('kanji');
  const guess = new TextDecoder(hasKanji ? 'shift_jis' : 'latin1').decode(bytes);
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
  return {
    text: textOf(bytes, guess),
    bytes,
    corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner],
  };
}

function padded(picture: Picture): Picture {
  const width = Math.max(Math.ceil(picture.width / blockSize), 1) * blockSize;
  const height = Math.max(picture.height, blockSize);
  if (width === picture.width && height === picture.height) return picture;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < picture.height; y++) {
    const row = picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4);
    data.set(row, y * width * 4);
  }
  return { width, height, data };
}
