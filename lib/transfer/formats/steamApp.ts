import { AppError } from '../../errors';
import { makeOtp } from '../../otp';
import { fromBase64 } from '../base64';
import { type Fields, fields, isFields, list, text } from '../fields';
import type { Format } from '../Format';
import { readRows } from '../readRows';

/** Steam's files: the app's own file with one or several accounts, and SDA's .maFile, alone or in a list. */
export const steamApp: Format = {
  app: 'Steam',
  recognize: ({ json }) => isFields(json) && accountsOf(json).length > 0,
  read: ({ json }) =>
    readRows(
      accountsOf(fields(json)),
      (row) => {
        const secret = fromBase64(text(row['shared_secret']));
        if (!secret) throw new AppError('otp/bad-secret');
        return {
          issuer: 'Steam',
          account: text(row['account_name']),
          otp: makeOtp({ kind: 'steam', secret }),
        };
      },
      (row) => text(row['account_name']),
    ),
};

const accountsOf = (json: Fields): Fields[] =>
  [
    json,
    ...[...Object.values(fields(json['accounts'])), ...list(json['accounts'])].map(fields),
  ].filter((row) => 'shared_secret' in row);
