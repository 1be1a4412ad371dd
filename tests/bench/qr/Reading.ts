import type { Sample } from './Sample';

/** What one reader made of one sample. */
export interface Reading {
  readonly sample: Omit<Sample, 'picture'>;
  readonly read: number;
  readonly wrong: number;
  /** Milliseconds of processor time. */
  readonly ms: number;
}
