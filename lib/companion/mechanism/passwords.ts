import {
  fromBase64url,
  toBase64url,
  utf8,
  type Derive,
  type KdfCosts,
  type Random,
} from '../../crypto';
import { timingSafeEqualText } from './timingSafeEqualText';

/** Returns the part of a PHC string before the hash: algorithm, version, cost and salt. */
const phcPrefix = ({ memory, passes, lanes }: KdfCosts, salt: Uint8Array): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${toBase64url(salt)}`;

function readPrefix(phc: string): { prefix: string; cost: KdfCosts; salt: Uint8Array } {
  const match = /^(\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+))/.exec(phc);
  const salt = fromBase64url(match?.[5] ?? '');
  if (!match || !salt) throw new Error('not a PHC string of ours');
  const [, prefix = '', memory, passes, lanes] = match;
  return {
    prefix,
    cost: { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) },
    salt,
  };
}

export interface Passwords {
  /** Returns the current cost and a new salt, for several hashes that share a salt. */
  newPrefix(): string;
  /**
   * Returns the PHC string of a text. `prefix` has the costs and the salt to use, and may be a whole PHC string.
   */
  hash(text: string, prefix?: string): Promise<string>;
  /**
   * Whether a text matches a PHC string. A null `phc` never matches, but its check takes as long as any other.
   */
  verify(text: string, phc: string | null): Promise<boolean>;
  /** Whether a hash was computed with costs other than the current costs. */
  isOld(phc: string): boolean;
}

/**
 * Hashes passwords with Argon2id into PHC strings. Passwords are normalized only to NFKC, so that the same
 * characters typed on another keyboard give the same bytes (RFC 8265, NIST SP 800-63B).
 */
export function createPasswords(derive: Derive, cost: KdfCosts, random: Random): Passwords {
  const newPrefix = () => phcPrefix(cost, random(16));
  const hash = async (text: string, phc: string) => {
    const { prefix, cost: itsCost, salt } = readPrefix(phc);
    const password = utf8(text.normalize('NFKC'));
    const key = await derive({ kind: 'argon2id', password, salt, ...itsCost });
    return `${prefix}$${toBase64url(key)}`;
  };
  return {
    newPrefix,
    hash: (text, prefix = newPrefix()) => hash(text, prefix),
    async verify(text, phc) {
      const computed = await hash(text, phc ?? newPrefix());
      return phc !== null && timingSafeEqualText(computed, phc);
    },
    isOld: (phc) => !phc.startsWith(phcPrefix(cost, new Uint8Array())),
  };
}
