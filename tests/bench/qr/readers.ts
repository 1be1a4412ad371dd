import { readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import { readQrCodes } from '../../../lib/qr';
import { readWithJsqr } from '../../../lib/qr/readWithJsqr';
import type { Sample } from './Sample';

/** The options that the pipeline passes to zxing for the whole picture. */
const zxingOptions: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryInvert: true,
  tryDownscale: true,
  textMode: 'Plain',
};

/** Returns the texts of the codes in a picture. */
export type Read = (sample: Sample) => Promise<readonly string[]>;

export const readers: Readonly<Record<'pipeline' | 'jsqr' | 'zxing', Read>> = {
  pipeline: async ({ picture }) => (await readQrCodes(picture)).codes.map(({ text }) => text),
  jsqr: async ({ picture }) => {
    const code = readWithJsqr(picture);
    return code ? [code.text] : [];
  },
  zxing: async ({ picture }) => {
    const found = await readBarcodes({ ...picture, colorSpace: 'srgb' }, zxingOptions);
    return found.map(({ text }) => text);
  },
};
