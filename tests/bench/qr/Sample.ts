import type { Picture } from '../../../lib/qr';

/** A picture and the texts of the codes in it. */
export interface Sample {
  readonly kind: string;
  readonly set: 'screenshot' | 'tiny' | 'photograph' | 'export' | 'perfect' | 'empty';
  readonly picture: Picture;
  readonly texts: readonly string[];
}
