import {
  prepareZXingModule,
  readBarcodes,
  type ReaderOptions,
  type ReadResult,
} from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Picture } from './Picture';
import type { QrCode } from './QrCode';
import { textOf } from './textOf';

const thorough: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  textMode: 'Plain',
};

/** Every code that zxing finds on an opaque picture. Its wasm file is the packaged one, never a CDN's. */
export async function readWithZxing(
  picture: Picture,
  { maxCodes, denoise = false }: { readonly maxCodes: number; readonly denoise?: boolean },
): Promise<readonly QrCode[]> {
  prepareZXingModule({ overrides });
  const { width, height, data } = picture;
  const found = await readBarcodes(
    { width, height, data, colorSpace: 'srgb' },
    { ...thorough, maxNumberOfSymbols: maxCodes, tryDenoise: denoise },
  );
  return found.filter(({ isValid }) => isValid).map(codeOf);
}

const overrides = { locateFile: () => wasmUrl };

function codeOf({ text, bytes, hasECI, position }: ReadResult): QrCode {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  return {
    // Where the code names no character set zxing guesses among several; ours tries UTF-8 before all.
    text: hasECI ? text : textOf(bytes),
    bytes,
    corners: [topLeft, topRight, bottomRight, bottomLeft],
  };
}
