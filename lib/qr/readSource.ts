import { blobOfDataUrl } from './blobOfDataUrl';
import { decodeAnimation, type Animation } from './decodeAnimation';
import { decodeBlob, pixelsOf } from './decodePicture';
import { mergeReadings } from './mergeReadings';
import type { PictureSource } from './PictureSource';
import type { QrReading } from './QrReading';
import { readQrCodes, type ReadOptions } from './readQrCodes';

const maxFrames = 100;

/** Time limit for an animation, in milliseconds. No further frame is read afterwards. */
const animationTimeLimit = 5000;

/**
 * Decodes a source and reads its codes, in every frame of an animation. Runs in a worker. Throws the errors of
 * `decodeBlob`.
 */
export async function readSource(source: PictureSource, options: ReadOptions): Promise<QrReading> {
  if (source instanceof ImageBitmap) return readQrCodes(pixelsOf(source), options);
  const blob = typeof source === 'string' ? blobOfDataUrl(source) : source;
  const still = pixelsOf(await decodeBlob(blob));
  const animation = await decodeAnimation(blob);
  if (animation === null) return readQrCodes(still, options);
  const reading = await readFrames(animation).finally(animation.close);
  return reading.codes.length + reading.parts.length > 0 ? reading : readQrCodes(still, options);
}

async function readFrames({ frameCount, frame }: Animation): Promise<QrReading> {
  const readings: QrReading[] = [];
  const deadline = performance.now() + animationTimeLimit;
  let next = 0;
  while (next < Math.min(frameCount, maxFrames) && performance.now() < deadline)
    readings.push(await readQrCodes(pixelsOf(await frame(next++)), { effort: 'quick' }));
  const reading = mergeReadings(readings);
  return { ...reading, truncated: reading.truncated || next < frameCount };
}
