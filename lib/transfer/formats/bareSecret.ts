import { makeOtp, readSecretKey } from '../../otp';
import type { Format } from '../Format';
import { readRows } from '../readRows';

/** A secret key alone, pasted: in capitals, or a longer one in small letters with a digit among them. */
export const bareSecret: Format = {
  app: 'secret key',
  recognize: ({ text }) => {
    if (text === null || text.length > 500 || /[\r\n]/.test(text)) return false;
    const letters = text.replace(/[\s\-_]/g, '').replace(/=+$/, '');
    return /^[A-Z2-7]{8,}$/.test(letters) || /^(?=.*\d)[a-z2-7]{16,}$/.test(letters);
  },
  read: ({ text }) =>
    readRows(
      [text ?? ''],
      (secret) => ({ issuer: '', account: '', otp: makeOtp({ secret: readSecretKey(secret) }) }),
      () => '#1',
    ),
};
