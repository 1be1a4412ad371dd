import { AppError } from '../../errors';
import { decodeHex, makeOtp } from '../../otp';
import type { Format } from '../Format';
import { readRows } from '../readRows';
import { sharedPrefs } from '../sharedPrefs';

const secretName = 'com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET';
const serialName = 'com.blizzard.messenger.AUTHENTICATOR_SERIAL';
/** The constant with which the app obfuscates secrets, known since 2010. */
const mask = decodeHex(
  '398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c6479015c1d5b8b8f6b9a',
);

/**
 * The preferences file of the Battle.net app on a rooted phone. The file has one account with codes of eight
 * digits.
 */
export const battleNet: Format = {
  app: 'Battle.net',
  recognize: ({ text }) => sharedPrefs(text)?.has(secretName) ?? false,
  read: ({ text }) => {
    const prefs = sharedPrefs(text);
    return readRows(
      [unmask(prefs?.get(secretName) ?? '')],
      (secret) => ({
        issuer: 'Battle.net',
        account: unmask(prefs?.get(serialName) ?? ''),
        // Behind the obfuscation, the secret is in hexadecimal.
        otp: makeOtp({ secret: decodeHex(secret), digits: 8 }),
      }),
      () => 'Battle.net',
    );
  },
};

function unmask(hex: string): string {
  if (hex === '') return '';
  if (hex.length > mask.length * 2 || !/^(?:[0-9a-f]{2})+$/i.test(hex))
    throw new AppError('format/damaged');
  const bytes = decodeHex(hex).map((byte, at) => byte ^ (mask[at] ?? 0));
  return String.fromCharCode(...bytes);
}
