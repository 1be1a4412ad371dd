import { AppError } from '../errors';
import { imageFormat, isForeignFormat } from './imageFormat';
import type { Picture } from './Picture';
import { pictureSize } from './pictureSize';

/**
 * Maximum number of pixels. Decoding takes four bytes per pixel, so larger pictures (over 256 MB) are rejected
 * before decoding.
 */
const maxPixels = 64_000_000;
/** Larger pictures are scaled down to this number of pixels, which is still enough for their codes. */
const maxDecodedPixels = 16_000_000;
/**
 * Number of bytes read for the dimensions. Enough for every format, except for photos with a large embedded
 * preview.
 */
const headLength = 512 * 1024;
/** Formats of documents that may show a code. All other formats that browsers don't decode are images. */
const documents: ReadonlySet<string> = new Set(['PDF', 'EPS']);

const endOfImage = Uint8Array.of(0xff, 0xd9);

/**
 * Decodes an image file. Runs in a worker. Decodes the available part of a truncated JPEG. Throws
 * `scan/bad-image` if the file is damaged or not an image, `scan/foreign-image` or `scan/document` with the
 * `format` if browsers don't decode it, and `scan/too-large` for more than 64 million pixels.
 */
export async function decodeBlob(blob: Blob): Promise<ImageBitmap> {
  const head = new Uint8Array(await blob.slice(0, headLength).arrayBuffer());
  const size = pictureSize(head);
  if (size && size.width * size.height > maxPixels) throw new AppError('scan/too-large');
  const format = imageFormat(head);
  try {
    return await createImageBitmap(blob).catch((error: unknown) => {
      if (format !== 'JPEG') throw error;
      // Decoders accept missing image data if the file ends with an end marker.
      return createImageBitmap(new Blob([blob, endOfImage]));
    });
  } catch (cause) {
    if (!isForeignFormat(format)) throw new AppError('scan/bad-image', {}, { cause });
    const code = documents.has(format) ? 'scan/document' : 'scan/foreign-image';
    throw new AppError(code, { format }, { cause });
  }
}

/**
 * Returns the pixels of a decoded image and closes the image. Throws `scan/bad-image` if no canvas is available.
 */
export function pixelsOf(image: ImageBitmap | VideoFrame): Picture {
  const [fullWidth, fullHeight] =
    'displayWidth' in image
      ? [image.displayWidth, image.displayHeight]
      : [image.width, image.height];
  try {
    const scale = Math.min(1, Math.sqrt(maxDecodedPixels / (fullWidth * fullHeight)));
    const width = Math.max(Math.floor(fullWidth * scale), 1);
    const height = Math.max(Math.floor(fullHeight * scale), 1);
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    if (context === null) throw new AppError('scan/bad-image');
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } finally {
    image.close();
  }
}
