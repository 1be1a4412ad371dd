import type { ErrorCode } from '../errors';
import type { PictureSource } from './PictureSource';
import type { QrCode } from './QrCode';
import type { ReadOptions } from './readQrCodes';

/** What a page asks of the worker, one picture a message. */
export interface Request {
  readonly id: number;
  readonly source: PictureSource;
  readonly options: ReadOptions;
}

/** What the worker answers. */
export type Answer =
  | { readonly id: number; readonly codes: readonly QrCode[] }
  | { readonly id: number; readonly error: ErrorCode };
