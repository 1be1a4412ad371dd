import {
  fromBase64url,
  toBase64url,
  utf8,
  type Derive,
  type KdfCosts,
  type Random,
} from '../../crypto';
import { timingSafeEqualText } from './timingSafeEqualText';

/** The part of a PHC string before the hash: algorithm, version, cost and salt. */
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
  /** Cost and a new salt, for hashes that share them. */
  newPrefix(): string;
  /** Computes the whole PHC string of a text, given its prefix or a PHC string with that prefix. */
  hash(text: string, prefix?: string): Promise<string>;
  /** Whether a text matches a PHC string. Null never matches and takes as long. */
  verify(text: string, phc: string | null): Promise<boolean>;
  /** Whether a hash has another cost than the current one. */
  isOld(phc: string): boolean;
}

/**
 * Password hashes as PHC strings (Argon2id). Passwords are normalized to NFKC only, so that the same
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
