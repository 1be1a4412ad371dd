import type { Region } from '../messages';

/** Margin around the drawn region, in CSS pixels. A code needs a quiet zone, and people draw imprecisely. */
const margin = 12;

/**
 * Returns the part of a window's image inside `region` and a margin, as the data: URL of a PNG. The image is a
 * file or a data: URL.
 */
export async function cropPicture(picture: Blob | string, region: Region): Promise<string> {
  const file = typeof picture === 'string' ? fromDataUrl(picture) : picture;
  const whole = await createImageBitmap(file);
  const scaleX = whole.width / region.windowWidth;
  const scaleY = whole.height / region.windowHeight;
  const left = Math.max(Math.floor((region.left - margin) * scaleX), 0);
  const top = Math.max(Math.floor((region.top - margin) * scaleY), 0);
  const right = Math.min(Math.ceil((region.left + region.width + margin) * scaleX), whole.width);
  const bottom = Math.min(Math.ceil((region.top + region.height + margin) * scaleY), whole.height);
  const canvas = new OffscreenCanvas(Math.max(right - left, 1), Math.max(bottom - top, 1));
  canvas.getContext('2d')?.drawImage(whole, -left, -top);
  whole.close();
  return toDataUrl(await canvas.convertToBlob({ type: 'image/png' }));
}

function fromDataUrl(url: string): Blob {
  const binary = atob(url.slice(url.indexOf(',') + 1));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return new Blob([bytes]);
}

async function toDataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  // In every engine, a call accepts at least 8,192 arguments.
  for (let i = 0; i < bytes.length; i += 8192)
    binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return `data:${blob.type};base64,${btoa(binary)}`;
}
