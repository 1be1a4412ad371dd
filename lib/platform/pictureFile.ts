import { AppError } from '../errors';

/**
 * Minimum width at which an SVG is drawn, in pixels. Even the densest QR code then has several pixels per module.
 */
const leastSide = 1024;

/** Matches an SVG document, also after a byte order mark, XML declaration, comments and document type. */
const svg =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*|<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<svg[\s>]/i;

/**
 * Converts SVG to PNG, whatever the file's name, because only a page can draw SVG and codes are read in a worker.
 * Returns other files unchanged. Doesn't load external references of an SVG. Throws `scan/bad-image`.
 */
export async function pictureFile(file: Blob): Promise<Blob> {
  if (!svg.test(await file.slice(0, 8192).text())) return file;
  const url = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.max(1, leastSide / Math.max(image.naturalWidth, 1));
    const canvas = new OffscreenCanvas(
      Math.round(Math.min(Math.max(image.naturalWidth, 1) * scale, 4096)),
      Math.round(Math.min(Math.max(image.naturalHeight, 1) * scale, 4096)),
    );
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch (cause) {
    throw new AppError('scan/bad-image', {}, { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
}
