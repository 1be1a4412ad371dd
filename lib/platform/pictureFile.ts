import { AppError } from '../errors';

/** Width in pixels at which the densest code has several pixels per module. */
const leastSide = 1024;

/** An SVG document after byte order mark, XML declaration, comments and document type. */
const svg =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*|<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<svg[\s>]/i;

/**
 * Makes an image readable in a worker: SVG, whatever its name, becomes a PNG, because only a page can draw
 * it. Other files pass unchanged. External references of an SVG are not fetched. Throws `scan/bad-image`.
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
