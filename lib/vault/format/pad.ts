import { concat, uint32 } from '../../crypto';

/** Padded lengths are multiples of this number of bytes. */
const step = 256;

/** Returns the content with its length (4 bytes) before it and zeros after it, up to a multiple of 256 bytes. */
export function pad(content: Uint8Array): Uint8Array {
  const used = 4 + content.length;
  return concat(
    uint32(content.length),
    content,
    new Uint8Array(Math.ceil(used / step) * step - used),
  );
}

/** Returns the content of a padded text, or null if the padding is invalid. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < step || padded.length % step !== 0) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (4 + length > padded.length || padded.length - 4 - length >= step) return null;
  return padded.subarray(4 + length).every((byte) => byte === 0)
    ? padded.subarray(4, 4 + length)
    : null;
}
