import type { Picture } from './Picture';
import type { QrCode } from './QrCode';
import { readWithJsqr } from './readWithJsqr';
import { readWithZxing } from './readWithZxing';

export interface Decoders {
  readonly readWhole: (picture: Picture, maxCodes: number) => Promise<readonly QrCode[]>;
  /** Reads the picture of a single code, straight and dark on light. */
  readonly readOne: (picture: Picture) => Promise<QrCode | null>;
}

/** zxing and jsqr; where WebAssembly may not run, or a picture breaks it, jsqr alone. */
export function createDecoders(): Decoders {
  return {
    readWhole: (picture, maxCodes) => readWithZxing(picture, { maxCodes }).catch(() => []),
    readOne: async (picture) => readWithJsqr(picture, 'dontInvert'),
  };
}
