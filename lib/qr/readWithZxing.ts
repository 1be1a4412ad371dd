import {
  prepareZXingModule,
  readBarcodes,
  type ReaderOptions,
  type ReadResult,
} from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Gray } from './finder/Gray';
import type { QrCode } from './QrCode';
import { textOf } from './textOf';

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryInvert: true,
  tryDownscale: true,
  textMode: 'Plain',
};

/** Returns every code that zxing finds. Loads the packaged wasm file; the default of zxing-wasm is a CDN. */
export async function readWithZxing(gray: Gray, maxCodes: number): Promise<readonly QrCode[]> {
  prepareZXingModule({ overrides });
  const found = await readBarcodes(pgmOf(gray), {
    ...options,
    maxNumberOfSymbols: maxCodes,
  });
  return found.filter(({ isValid }) => isValid).map(codeOf);
}

const overrides = { locateFile: () => wasmUrl };

/** Encodes the picture as Netpbm PGM, the only way to pass one byte a pixel to zxing. */
function pgmOf({ width, height, data }: Gray): Uint8Array {
  const head = new TextEncoder().encode(`P5 ${width} ${height} 255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}

function codeOf({ text, bytes, hasECI, position }: ReadResult): QrCode {
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  return {
    // Where the code names no character set zxing guesses among several; ours tries UTF-8 before all.
    text: hasECI ? text : textOf(bytes),
    bytes,
    corners: [topLeft, topRight, bottomRight, bottomLeft],
  };
}
