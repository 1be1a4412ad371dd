import { commonPasswords } from './commonPasswords';

let known: ReadonlySet<string> | undefined;

/**
 * Whether a text is among the most common passwords, also if it is repeated or in other case, or repeats fewer
 * than four characters. NIST SP 800-63B-4, 3.1.1.2.
 */
export function isCommonPassword(text: string): boolean {
  known ??= new Set(commonPasswords());
  const plain = text.normalize('NFKC').toLowerCase();
  const once = /^(.+?)\1+$/su.exec(plain)?.[1] ?? plain;
  return known.has(plain) || known.has(once) || Array.from(once).length < 4;
}
