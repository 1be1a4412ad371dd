import { AppError } from '../../errors';
import { findOtpUris, formatOtpUri } from '../../otp';
import { fromBase64 } from '../base64';
import type { Format } from '../Format';
import type { ImportedAccount } from '../ImportedAccount';
import { joinReadings } from '../joinReadings';
import { readUris } from '../readUris';
import { decodeEntities } from '../sharedPrefs';

const pictures = /data:image\/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]+)/gi;

/**
 * Printable pages of Aegis, Stratum and Raivo, with URIs or with QR codes only. Requests nothing from the
 * network.
 */
export const html: Format = {
  app: 'HTML export',
  recognize: ({ text }) =>
    text !== null &&
    /^\s*<(?:!doctype html|html)/i.test(text) &&
    (findOtpUris(text).length > 0 || text.search(pictures) >= 0),
  read: async ({ text }, { readQr }) => {
    const page = text ?? '';
    const written = findOtpUris(page).map(({ uri }) => decodeEntities(uri).trim());
    const drawn: string[] = [];
    for (const [, base64 = ''] of page.matchAll(pictures)) {
      const picture = fromBase64(base64);
      if (picture) drawn.push(...(await readQr(picture).catch(unlessDamaged)));
    }
    // Prefers QR codes, because names in the text may be corrupted (Ente writes code units modulo 256).
    const fromCodes = readUris([...new Set(drawn)]);
    const inCodes = new Set(fromCodes.accounts.map(withoutNames));
    const fromText = readUris(written.filter((uri) => !drawn.includes(uri)));
    const others = fromText.accounts.filter((account) => !inCodes.has(withoutNames(account)));
    const reading = joinReadings([fromCodes, { ...fromText, accounts: others }]);
    const byUri = new Map(reading.accounts.map((account) => [formatOtpUri(account), account]));
    if (byUri.size + reading.unreadable.length === 0) throw new AppError('scan/nothing-found');
    return { ...reading, accounts: [...byUri.values()] };
  },
};

const withoutNames = ({ otp }: ImportedAccount): string =>
  formatOtpUri({ issuer: '', account: '', otp });

/** Returns no texts for an image that can't be decoded, because pages have other images besides QR codes. */
function unlessDamaged(error: unknown): readonly string[] {
  if (error instanceof AppError && error.code === 'scan/bad-image') return [];
  throw error;
}
