import { grayOf, type Gray } from './finder/Gray';
import type { Picture } from './Picture';
import type { QrCode } from './QrCode';
import { readWithJsqr } from './readWithJsqr';
import { readWithZxing } from './readWithZxing';

export interface Decoders {
  readonly readWhole: (gray: Gray, maxCodes: number) => Promise<readonly QrCode[]>;
  /** Decodes a picture of a single code that is rectified and dark on light. Null if it cannot. */
  readonly readOne: (picture: Picture) => Promise<QrCode | null>;
}

const readWhole: Decoders['readWhole'] = (gray, maxCodes) =>
  readWithZxing(gray, maxCodes).catch(() => []);

/** Decodes with zxing and falls back to jsqr, also where WebAssembly is not available. */
export function createDecoders(): Decoders {
  return {
    readWhole,
    readOne: async (picture) => {
      const [code] = await readWhole(grayOf(picture), 1);
      return code ?? readWithJsqr(picture, 'dontInvert');
    },
  };
}
