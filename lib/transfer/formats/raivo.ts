import { makeOtp, readAlgorithm, readSecretKey } from '../../otp';
import { fields, isFields, list, counter, number, text } from '../fields';
import type { Format } from '../Format';
import { iconSlugOfFile } from '../iconSlug';
import { readRows } from '../readRows';
import { toImported } from '../toImported';

/** Raivo OTP's JSON in an encrypted ZIP. All values in the JSON are texts. */
export const raivo: Format = {
  app: 'Raivo OTP',
  recognize: ({ json }) =>
    list(json).some((row) => isFields(row) && 'kind' in row && 'timer' in row && 'secret' in row),
  read: ({ json }) =>
    readRows(
      list(json).map(fields),
      (row) =>
        toImported(
          {
            issuer: text(row['issuer']),
            account: text(row['account']),
            otp: makeOtp({
              kind: text(row['kind']).toUpperCase() === 'HOTP' ? 'hotp' : 'totp',
              secret: readSecretKey(text(row['secret'])),
              algorithm: readAlgorithm(text(row['algorithm'])),
              digits: number(row['digits']),
              period: number(row['timer']),
              counter: counter(row['counter']),
            }),
          },
          {
            pinned: row['pinned'] === 'true' || row['pinned'] === true,
            icon: iconSlugOfFile(text(row['iconValue'])),
          },
        ),
      (row) => text(row['issuer']) || text(row['account']),
    ),
};
