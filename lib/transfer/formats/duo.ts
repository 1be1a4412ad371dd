import { makeOtp, readSecretKey } from '../../otp';
import { fields, isFields, list, number, text } from '../fields';
import type { Format } from '../Format';
import { readRows } from '../readRows';

/** Duo Mobile's accounts file, which has no issuers. An account with a counter is HOTP. */
export const duo: Format = {
  app: 'Duo Mobile',
  recognize: ({ json }) => list(json).some((row) => isFields(row) && isFields(row['otpGenerator'])),
  read: ({ json }) =>
    readRows(
      list(json).map(fields),
      (row) => {
        const generator = fields(row['otpGenerator']);
        // An account for push messages only has no secret, and counts as an item without a code.
        if (!('otpSecret' in generator)) return null;
        const counter = number(generator['counter']);
        const otp = makeOtp({
          kind: counter === undefined ? 'totp' : 'hotp',
          secret: readSecretKey(text(generator['otpSecret'])),
          counter,
        });
        return { issuer: '', account: text(row['name']), otp };
      },
      (row) => text(row['name']),
    ),
};
