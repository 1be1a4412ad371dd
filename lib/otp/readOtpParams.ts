import { AppError, type ErrorCode } from '../errors';
import type { Otp, OtpKind } from './Otp';
import { readAlgorithm } from './readAlgorithm';
import { readWholeNumber } from './readWholeNumber';
import type { OtpUriParts } from './splitOtpUri';

type OtpParams = {
  readonly [K in 'algorithm' | 'digits' | 'period' | 'counter']: Otp[K] | undefined;
};

/** The names that apps use for each parameter of a code. */
const names = {
  algorithm: ['algorithm', 'algo', 'alg', 'hash', 'hashalgorithm', 'hashalgo'],
  digits: ['digits', 'digit', 'length'],
  period: ['period', 'step', 'interval', 'timestep'],
  counter: ['counter', 'initialcounter'],
} as const;

/** Parameters that may change the codes in an unsupported way, each with the values that don't. */
const neutral: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:t0|t1|offset|timeoffset|epoch|skew|drift)$/, /^0*$/],
  [/^encoder$/, /^(?:|steam|default|totp|hotp)$/i],
  [/^(?:encoding|secretencoding)$/, /^(?:|base32)$/i],
  [/^(?:charset|alphabet|truncation)$/, /^$/],
  [/^(?:hash|alg|digi|peri|count)\w*$/, /^$/],
];
const all: ReadonlySet<string> = new Set([...Object.values(names).flat(), 'secret']);

/**
 * Reads the parameters of a code except the secret. A parameter that the URI lacks is undefined. Throws
 * `otp/unknown-parameter` for a parameter with two different values, or one that may change the codes in an
 * unsupported way. Throws another `otp/…` error for an invalid value. Ignores other unknown parameters.
 */
export function readOtpParams(uri: OtpUriParts, kind: OtpKind): OtpParams {
  for (const [name, value] of uri.params) {
    const isUnknown =
      !all.has(name) &&
      neutral.some(([suspect, harmless]) => suspect.test(name) && !harmless.test(value));
    const isContradiction = all.has(name) && uri.contradictions.includes(name);
    if (isUnknown || isContradiction)
      throw new AppError('otp/unknown-parameter', { parameter: name.slice(0, 24) });
  }
  const isHotp = kind === 'hotp';
  return {
    algorithm: readAlgorithm(valueOf(uri, 'algorithm')),
    digits: readNumber(valueOf(uri, 'digits'), 'otp/bad-digits'),
    period: readNumber(valueOf(uri, 'period'), 'otp/bad-period'),
    counter: isHotp ? readCounter(uri) : undefined,
  };
}

/**
 * Returns the counter. Throws `otp/bad-counter` if it is empty, because the site would reject the codes of
 * counter 0.
 */
function readCounter(uri: OtpUriParts): number | undefined {
  const text = valueOf(uri, 'counter');
  if (text === '' && names.counter.some((name) => uri.params.has(name)))
    throw new AppError('otp/bad-counter');
  return readNumber(text, 'otp/bad-counter');
}

function valueOf(uri: OtpUriParts, parameter: keyof typeof names): string {
  const found = names[parameter].flatMap((name) => uri.params.get(name) || []);
  const different = found.some((value) => value.toLowerCase() !== found[0]?.toLowerCase());
  if (different) throw new AppError('otp/unknown-parameter', { parameter });
  return found[0] ?? '';
}

function readNumber(text: string, error: ErrorCode): number | undefined {
  if (text === '') return undefined;
  const value = readWholeNumber(text);
  if (Number.isNaN(value)) throw new AppError(error);
  return value;
}
