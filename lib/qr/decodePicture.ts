import { AppError } from '../errors';
import type { Picture } from './Picture';
import type { PictureSource } from './PictureSource';
import { pictureSize } from './pictureSize';

/** Decoding takes four bytes a pixel: larger pictures (256 MB) are rejected before decoding. */
const maxPixels = 64_000_000;
/** Larger pictures are scaled down to this: their codes have pixels to spare. */
const maxDecodedPixels = 16_000_000;
/** In bytes. Holds the dimensions in every format, except for photographs with a large embedded preview. */
const headLength = 512 * 1024;

/**
 * Decodes a picture and composes it on white. Runs in a worker.
 * Throws `scan/bad-image` if the file is damaged or not a picture, `scan/too-large` over 64 million pixels.
 */
export async function decodePicture(source: PictureSource): Promise<Picture> {
  const bitmap = await bitmapOf(source);
  try {
    const scale = Math.min(1, Math.sqrt(maxDecodedPixels / (bitmap.width * bitmap.height)));
    const width = Math.max(Math.floor(bitmap.width * scale), 1);
    const height = Math.max(Math.floor(bitmap.height * scale), 1);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (context === null) throw new AppError('scan/bad-image');
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}

async function bitmapOf(source: PictureSource): Promise<ImageBitmap> {
  if (source instanceof ImageBitmap) return source;
  const blob = typeof source === 'string' ? fromDataUrl(source) : source;
  const size = pictureSize(new Uint8Array(await blob.slice(0, headLength).arrayBuffer()));
  if (size && size.width * size.height > maxPixels) throw new AppError('scan/too-large');
  try {
    return await createImageBitmap(blob);
  } catch (cause) {
    throw new AppError('scan/bad-image', {}, { cause });
  }
}

function fromDataUrl(url: string): Blob {
  const [, type, base64] = /^data:([\w/+.-]*);base64,(.*)$/s.exec(url) ?? [];
  if (base64 === undefined) throw new AppError('scan/bad-image');
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return new Blob([bytes], { type: type ?? '' });
}
