import type { ErrorCode, ErrorFacts } from '../errors';
import type { PictureSource } from './PictureSource';
import type { QrReading } from './QrReading';
import type { ReadOptions } from './readQrCodes';

/** A request of a page to the worker: one picture. */
export interface Request {
  readonly id: number;
  readonly source: PictureSource;
  readonly options: ReadOptions;
}

/** The response of the worker, matched by id. */
export type Response =
  | { readonly id: number; readonly reading: QrReading }
  | { readonly id: number; readonly error: ErrorCode; readonly facts: ErrorFacts };
