import { AppError } from '../../errors';
import type { Format } from '../Format';
import { readUris } from '../readUris';

/** How picture files begin: PNG, JPEG, GIF, BMP, and WebP after its length. */
const beginnings = [/^\x89PNG\r\n/, /^\xff\xd8\xff/, /^GIF8/, /^BM.{4}\0{4}/s, /^RIFF.{4}WEBP/s];

/** A picture of one or more QR codes: a screenshot, a photo, a page of Google's export. */
export const qrPicture: Format = {
  app: 'QR code picture',
  recognize: ({ bytes }) => {
    const head = String.fromCharCode(...bytes.subarray(0, 16));
    return beginnings.some((beginning) => beginning.test(head));
  },
  read: async ({ bytes }, { readQr }) => {
    const texts = await readQr(bytes);
    if (texts.length === 0) throw new AppError('scan/nothing-found');
    return readUris(texts, 'scan/not-otpauth');
  },
};
