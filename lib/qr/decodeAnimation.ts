import { imageFormat, type ImageFormat } from './imageFormat';

const types: Partial<Readonly<Record<ImageFormat, string>>> = {
  GIF: 'image/gif',
  WebP: 'image/webp',
  PNG: 'image/png',
  AVIF: 'image/avif',
};

export interface Animation {
  readonly frameCount: number;
  /** Decodes the frame at an index from 0. The caller closes the frame. */
  readonly frame: (index: number) => Promise<VideoFrame>;
  readonly close: () => void;
}

/** Opens an image with several frames. Returns null for still images, and in browsers without ImageDecoder. */
export async function decodeAnimation(blob: Blob): Promise<Animation | null> {
  const head = new Uint8Array(await blob.slice(0, 1100).arrayBuffer());
  const type = types[imageFormat(head) ?? 'JPEG'];
  if (type === undefined || typeof ImageDecoder === 'undefined') return null;
  const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type });
  try {
    await Promise.all([decoder.tracks.ready, decoder.completed]);
    const frameCount = decoder.tracks.selectedTrack?.frameCount ?? 1;
    if (frameCount > 1)
      return {
        frameCount,
        frame: async (frameIndex) => (await decoder.decode({ frameIndex })).image,
        close: () => decoder.close(),
      };
  } catch {
    // If the image is damaged or unsupported, the decoder for still images reports the error.
  }
  decoder.close();
  return null;
}
