export { createQrReader, type QrReader } from './createQrReader';
export type { Picture } from './Picture';
export type { PictureSource } from './PictureSource';
export type { Point, QrCode } from './QrCode';
export { qrMatrix } from './qrMatrix';
export { readQrCodes, type ReadOptions } from './readQrCodes';
