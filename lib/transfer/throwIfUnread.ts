import { AppError } from '../errors';
import { changesCodes, type Otp, readAlgorithm, readWholeNumber } from '../otp';
import { kindNamed } from './readOtpFields';
import { otherNames, plainName } from './table/columnNames';
import type { WatchedFields } from './watchFields';

/** Readers of parameters. Each returns null for a text that isn't a value of the parameter. */
const readers = {
  kind: kindNamed,
  algorithm: algorithmNamed,
  digits: wholeNumber,
  period: wholeNumber,
  counter: wholeNumber,
};
type Parameter = keyof typeof readers;

/** The parameters that matter for each kind of account. The private schemes prescribe the others. */
const used: Readonly<Record<Otp['kind'], readonly Parameter[]>> = {
  totp: ['kind', 'algorithm', 'digits', 'period'],
  hotp: ['kind', 'algorithm', 'digits', 'counter'],
  steam: ['kind'],
  motp: ['kind'],
  yandex: ['kind'],
};

/**
 * Throws `otp/unknown-parameter` if an item has a parameter that its reader didn't read, under one of the names
 * that apps use, and whose value differs from the account's, or a parameter that changes codes in an unsupported
 * way. A newer version of an app may have renamed or added the parameter, and the codes without it would be
 * wrong.
 */
export function throwIfUnread({ unread }: WatchedFields, otp: Otp): void {
  for (const [name, value] of unread()) {
    const plain = plainName(name);
    if (plain !== 'version' && changesCodes(plain, value) === true)
      throw new AppError('otp/unknown-parameter', { parameter: name.slice(0, 24) });
    for (const parameter of used[otp.kind]) {
      const names = otherNames[parameter === 'kind' ? 'type' : parameter] ?? [];
      const given = names.includes(plain) ? readers[parameter](value) : null;
      if (given !== null && given !== otp[parameter])
        throw new AppError('otp/unknown-parameter', { parameter: name.slice(0, 24) });
    }
  }
}

function wholeNumber(value: string): number | null {
  const number = readWholeNumber(value);
  return Number.isNaN(number) ? null : number;
}

function algorithmNamed(value: string): string | null {
  try {
    return value.trim() === '' ? null : readAlgorithm(value);
  } catch {
    return null;
  }
}
