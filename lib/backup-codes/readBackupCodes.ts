import type { Candidate } from './Candidate';
import { candidatesOf } from './candidatesOf';

const allDigits = ({ groups }: Candidate): boolean => groups.every((group) => /^\d+$/.test(group));
const noDigits = ({ text }: Candidate): boolean => !/\d/.test(text);
const characters = ({ groups }: Candidate): number => groups.join('').length;

/** Dates such as `20261121` and `21112026`, of this century and the last. */
const isDate = ({ groups }: Candidate): boolean => {
  const text = groups.join('');
  return (
    /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(text) ||
    /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$/.test(text)
  );
};

/** A single code is accepted only if it is long: recovery keys come one at a time. */
const longAlone = 16;

/** Whether candidates of one shape are a set of codes, and don't just look alike. */
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
  // Most of them mix letters and digits; by chance, a few lack one or the other.
  const mixed = set.filter((one) => !noDigits(one)).length;
  if (mixed * 2 < set.length) return false;
  return set.length >= 2 || (alone === 1 && characters(first) >= longAlone);
}

/**
 * A capitalized or lower-case word: one group, with upper case at most in its first letter, and vowels as words have
 * them.
 */
const isWord = ({ text }: Candidate): boolean => /^[A-Z][a-z]+$/.test(text);

const distinct = (set: readonly Candidate[]): readonly Candidate[] =>
  Array.from(new Map(set.map((one) => [one.text, one])).values());

/** The character class of a code: digits only, or letters of one case or both. */
const kindOf = ({ text }: Candidate): string => {
  if (/[a-z]/.test(text)) return /[A-Z]/.test(text) ? 'both' : 'lower';
  return /[A-Z]/.test(text) ? 'upper' : 'digits';
};

/** This share of a set has one class, or the set is mixed. */
const majority = 0.7;

/**
 * Drops candidates whose character class differs from the set's. A few codes of a set with letters lack them by chance.
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

/** Words that precede a key for an authenticator. */
const saysEnrollment = /secret|set ?up|scan|authenticator|manual|key is|otpauth/i;

/** How much text before a key is read, in characters. */
const nearby = 200;

/** Whether a single code is the secret key of an enrollment: base32, unless the text before it contradicts. */
function isSecretKey({ groups, text: code }: Candidate, text: string): boolean {
  if (!/^(?:[A-Z2-7]+|[a-z2-7]+)$/.test(groups.join(''))) return false;
  const at = text.indexOf(code);
  const before = text.slice(Math.max(0, at - nearby), Math.max(0, at));
  return saysEnrollment.test(before) || !saysBackup.test(before);
}

/** A backup code and its line. */
export interface FoundCode {
  readonly code: string;
  readonly line: string;
}

/**
 * Finds the backup codes in a text: as written, without duplicates, in their order. Returns an empty list if there are
 * none. The codes of one site have the same shape, so the largest set of candidates with one shape is taken. Prose,
 * telephone numbers and dates don't form such a set; the secret key of an enrollment is excluded.
 */
export function findBackupCodes(text: string): readonly FoundCode[] {
  const sets = Map.groupBy(candidatesOf(text), ({ shape }) => shape);
  const best = [...sets.values()]
    .map(distinct)
    .map(withoutStrays)
    .filter(areCodes)
    .filter(([first, second]) => second !== undefined || !first || !isSecretKey(first, text))
    .toSorted((a, b) => b.length - a.length)[0];
  return best?.map(({ text: code, line }) => ({ code, line: line.trim() })) ?? [];
}

/** Returns the backup codes in a pasted text or a file, like `findBackupCodes`. */
export const readBackupCodes = (text: string): readonly string[] =>
  findBackupCodes(text).map(({ code }) => code);
