import type { Gray } from './finder/Gray';
import type { Picture } from './Picture';
import type { QrSymbol } from './QrSymbol';
import { readWithJsqr } from './readWithJsqr';
import { readWithZxing, type ZxingOptions } from './readWithZxing';

export interface Decoders {
  readonly readWhole: (
    image: Picture | Gray,
    options: ZxingOptions,
  ) => Promise<readonly QrSymbol[]>;
  /**
   * Decodes a picture of a single code that is rectified and dark on light. Returns null if it
   * can't.
   */
  readonly readOne: (picture: Picture) => Promise<QrSymbol | null>;
}

const readWhole: Decoders['readWhole'] = (image, options) =>
  readWithZxing(image, options).catch(() => []);

/** Decodes with zxing, and with jsqr if zxing fails or WebAssembly isn't available. */
export function createDecoders(): Decoders {
  return {
    readWhole,
    readOne: async (picture) => {
      const [symbol] = await readWhole(picture, { maxCodes: 1, attempt: 'scaled' });
      return symbol ?? readWithJsqr(picture, 'dontInvert');
    },
  };
}
