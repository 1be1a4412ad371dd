import { encode } from 'uqr';

/**
 * Encodes a text as a QR code (ISO/IEC 18004) of level M or better. Returns rows of modules (true is dark)
 * without the quiet zone of four light modules on each side. Throws a RangeError for more than 2,331 bytes.
 */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'M', boostEcc: true, border: 0 }).data;
}
