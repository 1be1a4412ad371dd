import type { Findings } from '../../lib/scan';
import type { ScanSource } from './createScanStore';

/** What to do with an account that was found: `add` keeps both where the vault has it already. */
export type Choice = 'add' | 'replace' | 'skip';

/** The account of the vault that a found one is, or seems to be. */
export interface Known {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  /** The very same secret, or the same names with another secret. */
  readonly same: 'secret' | 'names';
}

export interface Candidate {
  readonly id: number;
  readonly account: Findings['accounts'][number];
  readonly known: Known | null;
  readonly choice: Choice;
}

export interface Found extends Pick<Findings, 'unreadable' | 'batches' | 'others'> {
  readonly step: 'found';
  readonly candidates: readonly Candidate[];
  /** How many of several pictures could not be read at all. */
  readonly unread: number;
}

export type ScanState =
  | { readonly step: 'idle' }
  | { readonly step: 'looking' }
  | Found
  /** No code on any picture; `seen` is the last one, for showing what was looked at. */
  | { readonly step: 'nothing'; readonly seen: ScanSource | null }
  | { readonly step: 'failed'; readonly error: unknown };
