import { AppError } from '../../errors';
import { makeOtp, readAlgorithm } from '../../otp';
import { type Fields, firstText, isFields, list, number, text } from '../fields';
import type { Format } from '../Format';
import type { ImportedAccount } from '../ImportedAccount';
import { parseIfJson } from '../parseJson';
import { readRows } from '../readRows';
import { sharedPrefs } from '../sharedPrefs';
import type { SourceFile } from '../SourceFile';

/** FreeOTP+'s JSON export, and the preferences file of FreeOTP 1 and FreeOTP+, which has the same tokens. */
export const freeOtpPlus: Format = {
  app: 'FreeOTP+',
  recognize: (file) =>
    tokensOf(file).some((row) => Array.isArray(row['secret']) && 'type' in row && 'label' in row),
  read: (file) => readRows(tokensOf(file), readToken, nameOf),
};

const nameOf = (row: Fields): string => firstText(row['issuerExt'], row['label']);

function tokensOf({ json, text: xml }: SourceFile): Fields[] {
  if (isFields(json)) return list(json['tokens']).filter(isFields);
  const values = [...(sharedPrefs(xml)?.values() ?? [])];
  return values.map(parseIfJson).filter(isFields);
}

function readToken(row: Fields): ImportedAccount {
  const isHotp = text(row['type']).toUpperCase() === 'HOTP';
  const issuer = firstText(row['issuerAlt'], row['issuerExt'], row['issuerInt']);
  const isSteam = text(row['issuerExt']).toLowerCase() === 'steam';
  const counter = number(row['counter']);
  return {
    issuer,
    account: firstText(row['labelAlt'], row['label']),
    otp: makeOtp({
      kind: isSteam ? 'steam' : isHotp ? 'hotp' : 'totp',
      secret: signedBytes(row['secret']),
      algorithm: readAlgorithm(text(row['algo'])),
      digits: number(row['digits']),
      period: number(row['period']),
      // The app stores the counter of the last code. The counter of the next code is one higher.
      counter: counter === undefined ? 0 : counter + 1,
    }),
  };
}

/** Converts Java's signed bytes, from -128 to 127. */
export function signedBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const numbers = list(value).map(Number);
  if (numbers.length === 0 || !numbers.every((n) => Number.isInteger(n) && n >= -128 && n <= 255)) {
    throw new AppError('otp/bad-secret');
  }
  return Uint8Array.from(numbers, (n) => n & 0xff);
}
