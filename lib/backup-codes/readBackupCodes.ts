import type { Candidate } from './Candidate';
import { candidatesOf } from './candidatesOf';

const allDigits = ({ groups }: Candidate): boolean => groups.every((group) => /^\d+$/.test(group));
const noDigits = ({ text }: Candidate): boolean => !/\d/.test(text);
const characters = ({ groups }: Candidate): number => groups.join('').length;

/** Whether a candidate is a date of the years 1900 to 2099, such as `20261121` or `21112026`. */
const isDate = ({ groups }: Candidate): boolean => {
  const text = groups.join('');
  return (
    /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(text) ||
    /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$/.test(text)
  );
};

/**
 * Minimum length of the only code in a text, in characters. A single code is accepted because recovery keys,
 * which are long, come singly.
 */
const longAlone = 16;

/** Whether candidates of one shape are a set of codes, rather than similar texts. */
function areCodes(set: readonly Candidate[]): boolean {
  const [first] = set;
  if (!first) return false;
  const alone = set.filter((one) => one.alone).length;
  if (set.every(noDigits))
    return alone === set.length && set.length >= 4 && characters(first) >= 8 && !set.some(isWord);
  if (set.every(allDigits)) {
    if (set.every(isDate)) return false;
    return set.length >= 3 || (set.length === 2 && alone === 2);
  }
  // At least half of the codes must contain a digit. A few codes of a set may have no digit by chance.
  const mixed = set.filter((one) => !noDigits(one)).length;
  if (mixed * 2 < set.length) return false;
  return set.length >= 2 || (alone === 1 && characters(first) >= longAlone);
}

/** Whether a candidate is a capitalized word. */
const isWord = ({ text }: Candidate): boolean => /^[A-Z][a-z]+$/.test(text);

const distinct = (set: readonly Candidate[]): readonly Candidate[] =>
  Array.from(new Map(set.map((one) => [one.text, one])).values());

/** Returns the character class of a code: `digits`, or letters in `lower` case, `upper` case or `both`. */
const kindOf = ({ text }: Candidate): string => {
  if (/[a-z]/.test(text)) return /[A-Z]/.test(text) ? 'both' : 'lower';
  return /[A-Z]/.test(text) ? 'upper' : 'digits';
};

/**
 * Minimum share of a set's codes that must have the same character class. Below this share, the set counts as
 * mixed.
 */
const majority = 0.7;

/**
 * Removes candidates whose character class differs from the set's class. In a set with letters, candidates of
 * digits only are kept, because a few codes have no letters by chance.
 */
function withoutStrays(set: readonly Candidate[]): readonly Candidate[] {
  const kinds = Map.groupBy(set, kindOf);
  const [kind, most] = [...kinds].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  if (!kind || !most || most.length < set.length * majority || kind === 'both') return set;
  return set.filter(
    (one) => kindOf(one) === kind || (kind !== 'digits' && kindOf(one) === 'digits'),
  );
}

const saysBackup =
  /backup|recovery|rescue|emergency|scratch|wiederherstellung|notfall|secours|r[eé]cup[eé]r|respaldo|recupera|バックアップ|回復|备用|恢复|احتياطي/i;

/** Matches words before the secret key of an enrollment. */
const saysEnrollment = /secret|set ?up|scan|authenticator|manual|key is|otpauth/i;

/** How much text before a key is searched, in characters. */
const nearby = 200;

const isBase32 = ({ groups }: Candidate): boolean =>
  /^(?:[A-Z2-7]+|[a-z2-7]+)$/.test(groups.join(''));

const textBefore = ({ text: code }: Candidate, text: string): string => {
  const at = text.indexOf(code);
  return text.slice(Math.max(0, at - nearby), Math.max(0, at));
};

/**
 * Whether a single code is the secret key of an enrollment. A base32 code is taken for a secret key, unless the
 * text before the code speaks only of backup codes.
 */
function isSecretKey(one: Candidate, text: string): boolean {
  const before = textBefore(one, text);
  return isBase32(one) && (saysEnrollment.test(before) || !saysBackup.test(before));
}

/** Minimum length of a secret key, in characters. */
const shortestKey = 16;

/** Matches a text whose last words name a secret key. */
const namesKey = /(?:set ?up|secret|manual entry|authenticator) key[^\n]*\n?\s*$/i;

/** Whether the words directly before a candidate call it a secret key. */
const isNamedKey = (one: Candidate, text: string): boolean =>
  isBase32(one) && characters(one) >= shortestKey && namesKey.test(textBefore(one, text));

/** A backup code and the line that contains it. */
export interface FoundCode {
  readonly code: string;
  readonly line: string;
}

/**
 * Returns the backup codes in a text, as written, in their order and without duplicates. The codes of a site have
 * the same shape, so the result is the largest set of candidates with one shape. Prose, telephone numbers and
 * dates don't form such a set. The secret key of an enrollment isn't returned.
 */
export function findBackupCodes(text: string): readonly FoundCode[] {
  const candidates = candidatesOf(text).filter((one) => !isNamedKey(one, text));
  const sets = Map.groupBy(candidates, ({ shape }) => shape);
  const best = [...sets.values()]
    .map(distinct)
    .map(withoutStrays)
    .filter(areCodes)
    .filter(([first, second]) => second !== undefined || !first || !isSecretKey(first, text))
    .toSorted((a, b) => b.length - a.length)[0];
  return best?.map(({ text: code, line }) => ({ code, line: line.trim() })) ?? [];
}

/** Returns the backup codes in a pasted text or a file, without their lines. */
export const readBackupCodes = (text: string): readonly string[] =>
  findBackupCodes(text).map(({ code }) => code);
