import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { inProcessDerive } from '../../../lib/crypto';
import { AppError } from '../../../lib/errors';
import type { ReadTools } from '../../../lib/transfer';

/** Returns the text of a single QR code in a PNG. The pages use a reader for any image. */
export const readQrOfPng: ReadTools['readQr'] = (picture) => {
  try {
    const { data, width, height } = PNG.sync.read(Buffer.from(picture));
    const code = jsqr(Uint8ClampedArray.from(data), width, height);
    return Promise.resolve(code ? [code.data] : []);
  } catch (cause) {
    return Promise.reject(new AppError('scan/bad-image', {}, { cause }));
  }
};

export const toolsWith = (password: string | null): ReadTools => ({
  password,
  derive: inProcessDerive,
  readQr: readQrOfPng,
});
