import { AppError } from '../../errors';
import { formatOtpUri } from '../../otp';
import { fromBase64 } from '../base64';
import type { Format } from '../Format';
import { readUris } from '../readUris';
import { decodeEntities } from '../sharedPrefs';

const uris = /(?:otpauth(?:-migration)?|motp|steam):\/\/[^<>"'\r\n]+/gi;
const pictures = /data:image\/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]+)/gi;

/** Printable pages of Aegis, Stratum and Raivo with URIs or only QR codes. Fetches nothing. */
export const html: Format = {
  app: 'HTML export',
  recognize: ({ text }) =>
    text !== null &&
    /^\s*<(?:!doctype html|html)/i.test(text) &&
    (text.search(uris) >= 0 || text.search(pictures) >= 0),
  read: async ({ text }, { readQr }) => {
    const page = text ?? '';
    const written = Array.from(page.matchAll(uris), ([uri]) => decodeEntities(uri).trim());
    const drawn: string[] = [];
    for (const [, base64 = ''] of page.matchAll(pictures)) {
      const picture = fromBase64(base64);
      if (picture) drawn.push(...(await readQr(picture).catch(unlessDamaged)));
    }
    const reading = readUris([...written, ...drawn.filter((uri) => !written.includes(uri))]);
    const byUri = new Map(reading.accounts.map((account) => [formatOtpUri(account), account]));
    if (byUri.size + reading.unreadable.length === 0) throw new AppError('scan/nothing-found');
    return { ...reading, accounts: [...byUri.values()] };
  },
};

/** Ignores images that can't be decoded: pages have other images besides QR codes. */
function unlessDamaged(error: unknown): readonly string[] {
  if (error instanceof AppError && error.code === 'scan/bad-image') return [];
  throw error;
}
