import { AppError } from '../../../lib/errors';
import { parseOtpUri, type OtpAccount } from '../../../lib/otp';

export const S = 'JBSWY3DPEHPK3PXP';

export function read(uri: string): OtpAccount {
  const account = parseOtpUri(uri);
  if (!account) throw new Error('not recognized');
  return account;
}

export function failure(uri: string): unknown {
  try {
    return parseOtpUri(uri);
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
}
