import { commonPasswords } from './commonPasswords';

let known: ReadonlySet<string> | undefined;

/**
 * Whether a text is one of the most common passwords (NIST SP 800-63B-4, 3.1.1.2). Ignores case. Texts such as
 * `passwordpassword`, which repeat a common password, count as well. So do texts that only repeat one to three
 * characters.
 */
export function isCommonPassword(text: string): boolean {
  known ??= new Set(commonPasswords());
  const plain = text.normalize('NFKC').toLowerCase();
  const once = /^(.+?)\1+$/su.exec(plain)?.[1] ?? plain;
  return known.has(plain) || known.has(once) || Array.from(once).length < 4;
}
