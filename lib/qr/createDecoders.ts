import { grayOf, type Gray } from './finder/Gray';
import type { Picture } from './Picture';
import type { QrCode } from './QrCode';
import { readWithJsqr } from './readWithJsqr';
import { readWithZxing } from './readWithZxing';

export interface Decoders {
  readonly readWhole: (gray: Gray, maxCodes: number) => Promise<readonly QrCode[]>;
  /** Reads the picture of a single code, straight and dark on light. */
  readonly readOne: (picture: Picture) => Promise<QrCode | null>;
}

const readWhole: Decoders['readWhole'] = (gray, maxCodes) =>
  readWithZxing(gray, maxCodes).catch(() => []);

/** zxing and jsqr; where WebAssembly may not run, or a picture breaks it, jsqr alone. */
export function createDecoders(): Decoders {
  return {
    readWhole,
    readOne: async (picture) => {
      const [code] = await readWhole(grayOf(picture), 1);
      return code ?? readWithJsqr(picture, 'dontInvert');
    },
  };
}
