import {
  prepareZXingModule,
  readBarcodes,
  type ReaderOptions,
  type ReadResult,
} from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { isGray, type Gray } from './finder/Gray';
import type { Picture } from './Picture';
import type { QrSymbol } from './QrSymbol';
import { textOf } from './textOf';

export interface ZxingOptions {
  readonly maxCodes: number;
  /** The attempt to make. Default: `first`. */
  readonly attempt?: ZxingAttempt;
}

/**
 * `first` and `dark` read at full size only, and `dark` skips light codes on a dark background. The other attempts
 * also read at half size and less. `scaled` is otherwise the same as `first`, `denoise` closes and opens small gaps,
 * and `global` uses one threshold for the whole picture.
 */
export type ZxingAttempt = 'dark' | 'first' | 'scaled' | 'denoise' | 'global';

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryInvert: true,
  tryDownscale: true,
  textMode: 'Plain',
};

const attempts: Readonly<Record<ZxingAttempt, ReaderOptions>> = {
  // Reading the smaller scales takes a seventh of the time, and few codes need these scales.
  first: { tryDownscale: false },
  dark: { tryDownscale: false, tryInvert: false },
  scaled: {},
  denoise: { tryDenoise: true },
  global: { binarizer: 'GlobalHistogram' },
};

/**
 * Returns every symbol that zxing finds. zxing ignores transparency. Loads the packaged wasm file, because
 * zxing-wasm would load it from a CDN by default.
 */
export async function readWithZxing(
  image: Picture | Gray,
  { maxCodes, attempt = 'first' }: ZxingOptions,
): Promise<readonly QrSymbol[]> {
  prepareZXingModule({ overrides });
  const pixels = isGray(image) ? pgmOf(image) : imageDataOf(image);
  const found = await readBarcodes(pixels, {
    ...options,
    ...attempts[attempt],
    maxNumberOfSymbols: maxCodes,
  });
  return found.filter(({ isValid }) => isValid).map(symbolOf);
}

const overrides = { locateFile: () => wasmUrl };

/** Lists each property, because a spread would lose the inherited properties of a browser's ImageData. */
const imageDataOf = ({ width, height, data }: Picture): ImageData => ({
  width,
  height,
  data,
  colorSpace: 'srgb',
});

/** Encodes the picture as Netpbm PGM. Only this format passes one byte per pixel to zxing. */
function pgmOf({ width, height, data }: Gray): Uint8Array {
  const head = new TextEncoder().encode(`P5 ${width} ${height} 255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}

function symbolOf(result: ReadResult): QrSymbol {
  const { bytes, hasECI, position, sequenceSize, sequenceIndex, sequenceId } = result;
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  const code = {
    // Without an ECI, zxing guesses the character set and sometimes prefers Shift_JIS to UTF-8.
    text: hasECI ? result.text : textOf(bytes, result.text),
    bytes,
    corners: [topLeft, topRight, bottomRight, bottomLeft] as const,
  };
  if (sequenceSize < 2) return code;
  return { ...code, index: sequenceIndex, size: sequenceSize, parity: sequenceId };
}
