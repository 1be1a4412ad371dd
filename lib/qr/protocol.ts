import type { ErrorCode, ErrorFacts } from '../errors';
import type { PictureSource } from './PictureSource';
import type { QrReading } from './QrReading';
import type { ReadOptions } from './readQrCodes';

/** A page's request to the worker to read one picture. */
export interface Request {
  readonly id: number;
  readonly source: PictureSource;
  readonly options: ReadOptions;
}

/** The worker's response, with the id of the request. */
export type Response =
  | { readonly id: number; readonly reading: QrReading }
  | { readonly id: number; readonly error: ErrorCode; readonly facts: ErrorFacts };
