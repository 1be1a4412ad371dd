import type { Candidate } from './Candidate';
import { candidatesOf } from './candidatesOf';

const allDigits = ({ groups }: Candidate): boolean => groups.every((group) => /^\d+$/.test(group));
const noDigits = ({ text }: Candidate): boolean => !/\d/.test(text);
const characters = ({ groups }: Candidate): number => groups.join('').length;

/** `20261121` and `21112026`, of this century and the last. */
const isDate = ({ groups }: Candidate): boolean => {
  const text = groups.join('');
  return (
    /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(text) ||
    /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d$/.test(text)
  );
};

/** One code alone is believed if it is long: recovery keys come one at a time. */
const longAlone = 16;

/** Whether candidates of one shape are the codes of a set, and nothing that merely looks alike. */
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
  // Letters and digits mixed in most of them: chance spares a few the digit or the letter.
  const mixed = set.filter((one) => !noDigits(one)).length;
  if (mixed * 2 < set.length) return false;
  return set.length >= 2 || (alone === 1 && characters(first) >= longAlone);
}

/** A capitalized or ordinary word: one group, only its first letter upper-case, with vowels as words have them. */
const isWord = ({ text }: Candidate): boolean => /^[A-Z][a-z]+$/.test(text);

const distinct = (set: readonly Candidate[]): readonly Candidate[] =>
  Array.from(new Map(set.map((one) => [one.text, one])).values());

/**
 * The backup codes in a text that a person pasted, a file or a page: as they were written, without repetition,
 * in their order; empty where there are none. The codes of one site have one shape, so the set of candidates
 * that share a shape and are most is taken; prose, telephone numbers and dates don't make such a set.
 */
export function readBackupCodes(text: string): readonly string[] {
  const sets = Map.groupBy(candidatesOf(text), ({ shape }) => shape);
  const best = [...sets.values()]
    .map(distinct)
    .filter(areCodes)
    .toSorted((a, b) => b.length - a.length)[0];
  return best?.map((one) => one.text) ?? [];
}
