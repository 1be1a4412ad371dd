interface Size {
  readonly width: number;
  readonly height: number;
}

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  Array.from(text).every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

/**
 * Reads width and height in pixels from the header of a PNG, JPEG, GIF, WebP or BMP file, without decoding it.
 * Returns null for other files and for truncated headers.
 */
export function pictureSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (startsWith(bytes, '\x89PNG\r\n\x1a\n'))
      return { width: view.getUint32(16), height: view.getUint32(20) };
    if (startsWith(bytes, 'GIF8'))
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (startsWith(bytes, 'BM'))
      return {
        width: Math.abs(view.getInt32(18, true)),
        height: Math.abs(view.getInt32(22, true)),
      };
    if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return webp(bytes, view);
    if (startsWith(bytes, '\xff\xd8')) return jpeg(view);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Reads an extended, lossless or lossy WebP header (RFC 9649, section 2). */
function webp(bytes: Uint8Array, view: DataView): Size | null {
  const threeBytes = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (startsWith(bytes, 'VP8X', 12))
    return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 };
  if (startsWith(bytes, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (startsWith(bytes, 'VP8 ', 12))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  return null;
}

/** Reads the first frame header of a JPEG, SOF0 to SOF15 (ITU-T T.81, annex B). */
function jpeg(view: DataView): Size | null {
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
