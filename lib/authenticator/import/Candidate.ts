import type { ImportedAccount } from '../../transfer';
import type { Labels } from '../../vault';

/**
 * What to do with a found account. If the vault already has the account, `add` keeps both entries. `replace`
 * overwrites the secret and parameters of the vault's entry and keeps its names, tags and use. `merge` only adds what
 * the entry lacks (see `Known`).
 */
export type Choice = 'add' | 'merge' | 'replace' | 'skip';

/** An entry of the vault that is the same as a found account or similar to it. */
export interface Known {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  /**
   * `secret`: same secret and parameters. `settings`: same secret, different parameters. `names`: same names,
   * different secret.
   */
  readonly same: 'secret' | 'settings' | 'names';
  /** The labels of the found account that the entry lacks. Present only with `secret`, and only if there are any. */
  readonly lacks?: Required<Labels>;
}

export interface Candidate {
  readonly id: number;
  readonly account: ImportedAccount;
  readonly known: Known | null;
  readonly choice: Choice;
  /** Whether the account's codes need a PIN that the import doesn't contain. */
  readonly asksPin: boolean;
}
