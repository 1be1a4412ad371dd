import { isCommonPassword } from '../../passphrases/isCommonPassword';
import { policy } from '../policy';
import { refuse, type Refusal } from '../refusals';

/** Words that a password must not consist of: the product's and these people's names. */
export interface PasswordContext {
  /** Whether there is a second factor too. */
  readonly secondFactor: boolean;
  /** Address, names of the person and of workspaces. */
  readonly words: readonly string[];
}

/** Counts characters as NIST SP 800-63B does. */
const codePoints = (text: string): number => Array.from(text).length;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** Words shorter than 4 letters would forbid too much. */
const contextWords = ({ words }: PasswordContext): string[] =>
  [policy.service, 'tessera', ...words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))]
    .map(plain)
    .filter((word) => word.length >= 4);

/** Whether a password is long enough without a second factor. */
export const isLongEnoughAlone = (password: string): boolean =>
  codePoints(password.normalize('NFKC')) >= policy.password.alone;

/** Returns the minimum length of a password in code points. */
const leastLength = (secondFactor: boolean): number =>
  secondFactor ? policy.password.withSecondFactor : policy.password.alone;

/**
 * Returns why a password is rejected, or null. Length in code points: 15 alone, 8 with a second factor.
 * No composition rules. Rejects the most common passwords and those made of the account's own words
 * (NIST SP 800-63B-4 3.1.1.2, ASVS 6.2).
 */
export function passwordRefusal(password: string, context: PasswordContext): Refusal | null {
  const text = plain(password);
  const length = codePoints(password.normalize('NFKC'));
  const least = leastLength(context.secondFactor);
  if (length < least) return refuse('password_too_short', { least });
  if (length > policy.password.longest) return refuse('password_too_long');
  if (isCommonPassword(text)) return refuse('password_common');
  const word = contextWords(context).find((each) => isMostly(text, each));
  return word === undefined ? null : refuse('password_guessable', { word });
}

/** A word with fewer than eight other characters around it. */
const isMostly = (text: string, word: string): boolean =>
  text.includes(word) && codePoints(text.replaceAll(word, '')) < 8;
