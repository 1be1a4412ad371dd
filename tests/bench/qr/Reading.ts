import type { Sample } from './Sample';

/** The result of one reader for one sample. */
export interface Reading {
  readonly sample: Omit<Sample, 'picture'>;
  readonly read: number;
  readonly wrong: number;
  /** Number of accounts that these texts would add, but that the picture doesn't contain. */
  readonly wrongAccounts: number;
  /** Milliseconds of CPU time. */
  readonly ms: number;
}
