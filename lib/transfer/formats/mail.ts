import { AppError } from '../../errors';
import { findOtpUris, formatOtpUri } from '../../otp';
import { decodeMail, picturesOfMail } from '../decodeMail';
import type { Format, Reading } from '../Format';
import { joinReadings } from '../joinReadings';
import { readText } from '../readText';
import { readUris } from '../readUris';

/** The source of an email with images of QR codes. Links in the text are read too. */
export const mail: Format = {
  app: 'mail',
  recognize: ({ text }) =>
    text !== null &&
    /^[\w-]+:[ \t]/.test(text) &&
    /^content-type:[ \t]*image\//im.test(text) &&
    picturesOfMail(text).length > 0,
  read: async ({ text }, { readQr }) => {
    const source = text ?? '';
    const codes: string[] = [];
    for (const picture of picturesOfMail(source))
      codes.push(...(await readQr(picture).catch(unlessPicture)));
    const drawn = readUris(codes.filter((code) => findOtpUris(code).length > 0));
    const seen = new Set(drawn.accounts.map(formatOtpUri));
    const decoded = decodeMail(source);
    const written: Reading =
      findOtpUris(decoded).length > 0 ? readText(decoded) : { accounts: [], unreadable: [] };
    const others = written.accounts.filter((account) => !seen.has(formatOtpUri(account)));
    const reading = joinReadings([drawn, { ...written, accounts: others }]);
    if (reading.accounts.length + reading.unreadable.length === 0)
      throw new AppError('scan/nothing-found');
    return reading;
  },
};

/** Returns no texts for an image without a QR code, such as a logo. Rethrows other errors. */
function unlessPicture(error: unknown): readonly string[] {
  if (error instanceof AppError && error.code.startsWith('scan/')) return [];
  throw error;
}
