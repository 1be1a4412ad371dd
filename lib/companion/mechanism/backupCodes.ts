import type { Random } from '../../crypto';
import { policy } from '../policy';
import type { BackupCodeSet } from '../records';
import { timingSafeEqualText } from './timingSafeEqualText';
import type { Passwords } from './passwords';

/** Crockford's base32 alphabet, which has no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Formats 80 bits as XXXX-XXXX-XXXX-XXXX. */
function write(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** Normalizes a typed backup code. Returns null if the text can't be a backup code. */
export function readBackupCode(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? letters.replace(/(.{4})(?=.)/g, '$1-') : null;
}

/** Generates ten backup codes. Returns the codes and the set to store, which holds their hashes with one salt. */
export async function makeBackupCodes(
  random: Random,
  passwords: Passwords,
): Promise<{ codes: string[]; set: BackupCodeSet }> {
  const codes = new Set<string>();
  while (codes.size < policy.backupCodes.count) codes.add(write(random(policy.backupCodes.bytes)));
  const phc = passwords.newPrefix();
  const hashes: string[] = [];
  for (const code of codes) hashes.push(await passwords.hash(code, phc));
  return { codes: [...codes], set: { phc, hashes, shown: true } };
}

/**
 * Returns the set without the code of this hash, or null if no code matches. Compares every code, so that the
 * time reveals nothing.
 */
export function spend(set: BackupCodeSet, hash: string): BackupCodeSet | null {
  const left = set.hashes.filter((other) => !timingSafeEqualText(other, hash));
  return left.length === set.hashes.length ? null : { ...set, hashes: left };
}
