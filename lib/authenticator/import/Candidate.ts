import type { ImportedAccount } from '../../transfer';

/**
 * What to do with an account that was found. Where the vault has it already, `add` keeps both and `replace`
 * puts its secret and parameters in the place of the vault's, whose names, tags and use stay.
 */
export type Choice = 'add' | 'replace' | 'skip';

/** The account of the vault that a found one is, or seems to be. */
export interface Known {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  /** The very same secret, that secret with other parameters, or the same names with another secret. */
  readonly same: 'secret' | 'settings' | 'names';
}

export interface Candidate {
  readonly id: number;
  readonly account: ImportedAccount;
  readonly known: Known | null;
  readonly choice: Choice;
  /** It came without the PIN that its codes need. */
  readonly asksPin: boolean;
}
