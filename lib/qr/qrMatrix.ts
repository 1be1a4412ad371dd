import { encode } from 'uqr';

/**
 * A text as a QR code (ISO/IEC 18004) of level M or better: rows of modules, true is dark, without the quiet
 * zone (four light modules on each side belong around it). Throws RangeError over the largest version's room,
 * 2,331 bytes.
 */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'M', boostEcc: true, border: 0 }).data;
}
