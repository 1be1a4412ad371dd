/** Formats that browsers decode. */
const readable = ['PNG', 'JPEG', 'GIF', 'BMP', 'WebP', 'AVIF', 'ICO', 'SVG'] as const;
/** Formats that no supported browser decodes, including documents that may contain an image. */
const unreadable = ['HEIC', 'TIFF', 'PSD', 'JPEG XL', 'JPEG 2000', 'PDF', 'EPS'] as const;

type ReadableFormat = (typeof readable)[number];
type UnreadableFormat = (typeof unreadable)[number];
export type ImageFormat = ReadableFormat | UnreadableFormat;

/**
 * Patterns of the first bytes, one character per byte. AVIF and HEIC differ in their brands (ISO/IEC 23008-12,
 * annex B).
 */
const magic: Readonly<Record<ImageFormat, RegExp>> = {
  PNG: /^\x89PNG\r\n/,
  JPEG: /^\xff\xd8\xff/,
  GIF: /^GIF8/,
  BMP: /^BM.{4}\0{4}/s,
  WebP: /^RIFF.{4}WEBP/s,
  AVIF: /^.{4}ftyp(?:avi[fs]|.{4}.{4}(?:.{4})*?avi[fs])/s,
  ICO: /^\0\0[^\0]\0[^\0]/,
  SVG: /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/is,
  HEIC: /^.{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/s,
  TIFF: /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/,
  PSD: /^8BPS\0/,
  'JPEG XL': /^(?:\xff\n|\0\0\0\fJXL )/,
  'JPEG 2000': /^(?:\0\0\0\fjP {2}|\xff\x4f\xff\x51)/,
  PDF: /^.{0,1023}?%PDF-\d/s,
  EPS: /^(?:%!PS|\xc5\xd0\xd3\xc6)/,
};

const order: readonly ImageFormat[] = [...readable, ...unreadable];

/**
 * Returns the format of an image or document by its first bytes, whatever its name says. Returns null for other
 * files.
 */
export function imageFormat(bytes: Uint8Array): ImageFormat | null {
  const head = Array.from(bytes.subarray(0, 1100), (byte) => String.fromCharCode(byte)).join('');
  return order.find((format) => magic[format].test(head)) ?? null;
}

const isUnreadable = (format: ImageFormat): format is UnreadableFormat =>
  unreadable.some((other) => other === format);

/** Whether browsers can't decode the format. */
export const isForeignFormat = (format: ImageFormat | null): format is UnreadableFormat =>
  format !== null && isUnreadable(format);
