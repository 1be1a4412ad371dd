import { AppError } from '../errors';
import type { Picture } from './Picture';
import type { PictureSource } from './PictureSource';
import { pictureSize } from './pictureSize';

/** Decoding a picture takes four bytes a pixel: more than this (256 MB) is refused before it is tried. */
const mostPixels = 64_000_000;
/** Larger ones are read at a smaller scale: a code that fills some of such a picture has modules to spare. */
const mostPixelsRead = 16_000_000;
/** Where every format has said its size, but for photographs with a large preview in their head. */
const headLength = 512 * 1024;

/**
 * The pixels of a picture on white, for a worker.
 * Throws `scan/bad-image` for what is no picture or is damaged, `scan/too-large` beyond 64 million pixels.
 */
export async function decodePicture(source: PictureSource): Promise<Picture> {
  const bitmap = await bitmapOf(source);
  try {
    const scale = Math.min(1, Math.sqrt(mostPixelsRead / (bitmap.width * bitmap.height)));
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
  if (size && size.width * size.height > mostPixels) throw new AppError('scan/too-large');
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
