import { AppError, type ErrorCode } from '../errors';
import type { Otp, OtpKind } from './Otp';
import { isDisplayParam } from './isDisplayParam';
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
  // ForgeRock's version of its own URIs.
  [/^version$/, /^1?$/],
];
const all: ReadonlySet<string> = new Set([...Object.values(names).flat(), 'secret']);
/** Read elsewhere: the names, Steam's marker, and the PIN of mOTP and Yandex. */
const others: ReadonlySet<string> = new Set(['issuer', 'steam', 'pin', 'pin_length']);

/**
 * Throws `otp/unknown-parameter` for a parameter with two values and for one that isn't understood. It may
 * change the codes, so that an account without it would be wrong.
 */
export function throwIfUnknown(uri: OtpUriParts): void {
  for (const [name, value] of uri.params) {
    const isContradiction = all.has(name) && uri.contradictions.includes(name);
    if (!isContradiction && isUnderstood(name, value)) continue;
    // What has no value may be a part of the secret, behind an ampersand that doesn't belong there.
    const isName = /[^=]/.test(value) && /^[a-z][a-z\d_.-]{0,23}$/.test(name);
    throw new AppError('otp/unknown-parameter', { parameter: isName ? name : '&' });
  }
}

function isUnderstood(name: string, value: string): boolean {
  const rule = neutral.find(([suspect]) => suspect.test(name));
  if (rule) return rule[1].test(value);
  return all.has(name) || others.has(name) || isDisplayParam(name);
}

/**
 * Reads the parameters of a code except the secret. A parameter that the URI lacks is undefined. Throws
 * `otp/unknown-parameter` for two names of one parameter with different values, and another `otp/…` error for an
 * invalid value.
 */
export function readOtpParams(uri: OtpUriParts, kind: OtpKind): OtpParams {
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
