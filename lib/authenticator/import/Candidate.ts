import type { ImportedAccount } from '../../transfer';

/**
 * What to do with a found account. If the vault already has it, `add` keeps both; `replace` overwrites the
 * secret and parameters of the vault's entry, and keeps its names, tags and use.
 */
export type Choice = 'add' | 'replace' | 'skip';

/** An entry of the vault that equals or resembles a found account. */
export interface Known {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  /** The same secret, the same secret with other parameters, or the same names with another secret. */
  readonly same: 'secret' | 'settings' | 'names';
}

export interface Candidate {
  readonly id: number;
  readonly account: ImportedAccount;
  readonly known: Known | null;
  readonly choice: Choice;
  /** Its codes need a PIN that is missing. */
  readonly asksPin: boolean;
}
