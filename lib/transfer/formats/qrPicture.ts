import { AppError } from '../../errors';
import { imageFormat } from '../../qr';
import type { Format } from '../Format';
import { readUris } from '../readUris';

/**
 * An image with QR codes, such as a screenshot, a photo or a page of Google's export. Image formats that can't be
 * decoded are recognized too, so that the error can name them.
 */
export const qrPicture: Format = {
  app: 'QR code picture',
  recognize: ({ bytes }) => imageFormat(bytes) !== null,
  read: async ({ bytes }, { readQr }) => {
    const texts = await readQr(bytes);
    if (texts.length === 0) throw new AppError('scan/nothing-found');
    return readUris(texts, 'scan/not-otpauth');
  },
};
