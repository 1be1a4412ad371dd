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

/**
 * Parameters that may change the codes in an unsupported way, each with the values that leave the codes
 * unchanged.
 */
const neutral: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:t0|t1|offset|timeoffset|epoch|skew|drift)$/, /^0*$/],
  [/^encoder$/, /^(?:|steam|default|totp|hotp)$/i],
  [/^(?:encoding|secretencoding)$/, /^(?:|base32)$/i],
  [/^(?:charset|alphabet|truncation)$/, /^$/],
  // ForgeRock writes the version of its URI format.
  [/^version$/, /^1?$/],
];
const all: ReadonlySet<string> = new Set([...Object.values(names).flat(), 'secret']);
/** Parameters that other functions read: the issuer, Steam's marker, and the PIN of mOTP and Yandex. */
const others: ReadonlySet<string> = new Set(['issuer', 'steam', 'pin', 'pin_length']);

/**
 * Throws `otp/unknown-parameter` for a parameter with two different values and for an unknown parameter. An
 * unknown parameter may change the codes, so ignoring it could give wrong codes.
 */
export function throwIfUnknown(uri: OtpUriParts): void {
  for (const [name, value] of uri.params) {
    const isContradiction = all.has(name) && uri.contradictions.includes(name);
    if (!isContradiction && isUnderstood(name, value)) continue;
    // A parameter without a value may be a part of the secret after a misplaced ampersand, so its name isn't
    // reported.
    const isName = /[^=]/.test(value) && /^[a-z][a-z\d_.-]{0,23}$/.test(name);
    throw new AppError('otp/unknown-parameter', { parameter: isName ? name : '&' });
  }
}

/**
 * Whether a parameter may change the codes in an unsupported way. `name` is in lower case without punctuation.
 * Returns null if the parameter isn't one of these.
 */
export const changesCodes = (name: string, value: string): boolean | null => {
  const rule = neutral.find(([suspect]) => suspect.test(name));
  return rule ? !rule[1].test(value) : null;
};

function isUnderstood(name: string, value: string): boolean {
  const isHarmful = changesCodes(name, value);
  if (isHarmful !== null) return !isHarmful;
  return all.has(name) || others.has(name) || isDisplayParam(name);
}

/**
 * Reads the parameters of a code except the secret. A parameter that the URI lacks is undefined. Throws
 * `otp/unknown-parameter` if two names of the same parameter have different values. Throws another `otp/…` error
 * for an invalid value.
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
 * Returns the counter. Throws `otp/bad-counter` if the counter is empty, because the site would reject the codes
 * of counter 0.
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
