import { AppError } from '../../errors';
import { drawIcon } from '../../platform';
import { imageFormat, pictureSize } from '../../qr';

/** Maximum size of an image file, in bytes. */
const largest = 10 * 1024 * 1024;
/** Maximum number of pixels. Decoding takes four bytes per pixel. */
const mostPixels = 32_000_000;

const formats: ReadonlySet<string | null> = new Set(['PNG', 'JPEG', 'GIF', 'WebP']);

/**
 * Converts an image file to the small picture that is stored. Checks the dimensions before decoding. Throws
 * `icons/not-a-picture` or `icons/picture-too-large`.
 */
export async function drawPicture(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes.length > largest) throw new AppError('icons/picture-too-large');
  const format = imageFormat(bytes);
  if (format === 'SVG') return drawIcon(new Blob([bytes]), true);
  const size = formats.has(format) ? pictureSize(bytes) : null;
  if (!size) throw new AppError('icons/not-a-picture');
  if (size.width * size.height > mostPixels) throw new AppError('icons/picture-too-large');
  return drawIcon(new Blob([bytes]), false);
}
