import { isCommonPassword } from '../../passphrases/isCommonPassword';
import { policy } from '../policy';
import { refuse, type Refusal } from '../refusals';

/** What the password rules need to know about an account. */
export interface PasswordContext {
  /** Whether the account has a second factor. */
  readonly secondFactor: boolean;
  /** The person's name and address, and names of workspaces. A password must not consist of them. */
  readonly words: readonly string[];
}

/** Counts code points, as NIST SP 800-63B does. */
const codePoints = (text: string): number => Array.from(text).length;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * Returns the words that the password must not consist of. Words shorter than 4 characters are left out, because
 * they would forbid too many passwords.
 */
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
 * Returns why a password is rejected, or null. Requires 15 code points, or 8 with a second factor, and has no
 * composition rules. Rejects common passwords and those that consist of the account's own words (NIST SP
 * 800-63B-4 3.1.1.2, ASVS 6.2).
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

/** Whether a password has fewer than 8 code points besides `word`. */
const isMostly = (text: string, word: string): boolean =>
  text.includes(word) && codePoints(text.replaceAll(word, '')) < 8;
