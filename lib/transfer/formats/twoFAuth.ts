import { AppError } from '../../errors';
import { makeOtp, readAlgorithm, readSecretKey, type OtpKind } from '../../otp';
import { fields, isFields, list, counter, number, text } from '../fields';
import type { Format } from '../Format';
import { readRows } from '../readRows';
import { withNewerSchema } from '../withNewerSchema';

const kinds: Readonly<Record<string, OtpKind>> = { totp: 'totp', hotp: 'hotp', steamtotp: 'steam' };

const knownSchema = 1;

/** 2FAuth's JSON export. */
export const twoFAuth: Format = {
  app: '2FAuth',
  recognize: ({ json }) =>
    isFields(json) &&
    (/^2fauth/i.test(text(json['app'])) || 'schema' in json) &&
    list(json['data']).some((row) => isFields(row) && 'otp_type' in row),
  read: ({ json }) => {
    const file = fields(json);
    const rows = readRows(
      list(file['data']).map(fields),
      (row) => {
        const type = text(row['otp_type']).toLowerCase();
        const kind = kinds[type];
        if (!kind) throw new AppError('otp/unknown-type', { type: type.slice(0, 12) });
        const otp = makeOtp({
          kind,
          secret: readSecretKey(text(row['secret'])),
          algorithm: readAlgorithm(text(row['algorithm'])),
          digits: number(row['digits']),
          period: number(row['period']),
          counter: counter(row['counter']),
        });
        return { issuer: text(row['service']), account: text(row['account']), otp };
      },
      (row) => text(row['service']) || text(row['account']),
    );
    return withNewerSchema(rows, { version: number(file['schema']), known: knownSchema });
  },
};
