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
  /** Decodes a rectified picture of a single code that is dark on light. Returns null if decoding fails. */
  readonly readOne: (picture: Picture) => Promise<QrSymbol | null>;
}

const readWhole: Decoders['readWhole'] = (image, options) =>
  readWithZxing(image, options).catch(() => []);

/** Creates decoders that use zxing, and jsqr if zxing fails or WebAssembly isn't available. */
export function createDecoders(): Decoders {
  return {
    readWhole,
    readOne: async (picture) => {
      const [symbol] = await readWhole(picture, { maxCodes: 1, attempt: 'scaled' });
      return symbol ?? readWithJsqr(picture, 'dontInvert');
    },
  };
}
