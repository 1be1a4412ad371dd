import { commonPasswords } from './commonPasswords';

let known: ReadonlySet<string> | undefined;

/**
 * Whether a text is one of the most common passwords (NIST SP 800-63B-4, 3.1.1.2). Ignores case. A repeated
 * common password also counts, and so does a repetition of fewer than four characters.
 */
export function isCommonPassword(text: string): boolean {
  known ??= new Set(commonPasswords());
  const plain = text.normalize('NFKC').toLowerCase();
  const once = /^(.+?)\1+$/su.exec(plain)?.[1] ?? plain;
  return known.has(plain) || known.has(once) || Array.from(once).length < 4;
}
