import { AppError } from '../errors';

/** Edge length of a stored picture in pixels: twice that of the largest icon on a page. */
const side = 96;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Returns a length without a unit or in pixels, or null. */
const lengthOf = (text: string | null): number | null => {
  const match = /^\s*(\d*\.?\d+)(?:px)?\s*$/.exec(text ?? '');
  return match ? Number(match[1]) : null;
};

/**
 * Returns an SVG that fits into the square. Without a size of its own, Firefox wouldn't draw it. Parsing neither
 * runs nor loads anything. Throws `icons/not-a-picture`.
 */
function sizedSvg(text: string): string {
  // Entities can make a short text endless.
  if (/<!ENTITY/i.test(text)) throw new AppError('icons/not-a-picture');
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg' || root.namespaceURI !== svgNamespace)
    throw new AppError('icons/not-a-picture');
  const [width, height] = [
    lengthOf(root.getAttribute('width')),
    lengthOf(root.getAttribute('height')),
  ];
  if (!root.hasAttribute('viewBox') && width !== null && height !== null)
    root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.removeAttribute('preserveAspectRatio');
  root.setAttribute('width', String(side));
  root.setAttribute('height', String(side));
  return new XMLSerializer().serializeToString(root);
}

/** Draws an SVG as an image, in which browsers run no script and load nothing. */
async function withSvg(text: string, draw: (image: HTMLImageElement) => void): Promise<void> {
  const url = URL.createObjectURL(new Blob([sizedSvg(text)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    draw(image);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Draws an image into a square and returns it as WebP, or as PNG if the browser doesn't write WebP. Whatever the
 * file contained besides pixels is gone. The caller must know the format and bound the dimensions. Throws
 * `icons/not-a-picture`.
 */
export async function drawIcon(file: Blob, isSvg: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  try {
    if (!context) throw new AppError('icons/not-a-picture');
    if (isSvg)
      await withSvg(await file.text(), (image) => context.drawImage(image, 0, 0, side, side));
    else {
      const bitmap = await createImageBitmap(file);
      const scale = side / Math.max(bitmap.width, bitmap.height);
      const [width, height] = [bitmap.width * scale, bitmap.height * scale];
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, (side - width) / 2, (side - height) / 2, width, height);
      bitmap.close();
    }
    const drawn = await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
    return new Uint8Array(await drawn.arrayBuffer());
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('icons/not-a-picture', {}, { cause });
  }
}
